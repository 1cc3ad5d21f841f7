/** Computing both bases' results of a state: a port, so that big negotiations can be sent to a thread. */

import type { Openings } from '@/negotiation/decide/decision';
import { type Standings, standingsOf } from '@/negotiation/result';
import type { NegotiationState } from '@/negotiation/state';

export type Compute = (state: NegotiationState, openings?: Openings) => Promise<Standings>;

/** In this thread: holds the event loop for as long as it takes. */
export const computeHere: Compute = async (state, openings) => standingsOf(state, openings);
