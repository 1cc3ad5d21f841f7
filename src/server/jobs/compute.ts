/** Computing standings of a state: ports, so that big negotiations can be sent to a thread. */
import type { Openings } from '@/negotiation/decide/decision';
import { standingsOf } from '@/negotiation/result';
import type { Verdicts } from '@/negotiation/running-standings';
import type { NegotiationState } from '@/negotiation/state';
import { type StandingTexts, standingTexts } from '../db/standing-rows';

/** @param stored hashes of parts whose texts need not come along. */
export type Compute = (
  state: NegotiationState,
  openings: Openings | undefined,
  stored: readonly string[],
) => Promise<StandingTexts>;
export type ComputeVerdicts = (state: NegotiationState, openings?: Openings) => Promise<Verdicts>;

/** In this thread: holds the event loop for as long as it takes. */
export const computeHere: Compute = async (state, openings, stored) =>
  standingTexts(standingsOf(state, openings), stored);
