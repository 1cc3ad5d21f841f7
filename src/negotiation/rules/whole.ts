import { toFile } from '../export';
import type { Fault } from '../file/model';
import { validateNegotiation } from '../file/read';
import type { NegotiationState } from '../state';

/**
 * What keeps the negotiation from being one that can be aggregated: the faults of its file, ballots aside (they were
 * judged when they were cast). Costs the frame and the statements once.
 */
export function faultsOfWhole(state: NegotiationState): readonly Fault[] {
  const judged = validateNegotiation(toFile(state, { ballots: 'none' }));
  return judged.ok ? [] : judged.faults;
}
