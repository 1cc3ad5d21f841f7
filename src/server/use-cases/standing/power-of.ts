/** Power of the stakeholders under the rule of a state. */
import type { PowerResult } from '@/core/model';
import { power } from '@/core/power/power';
import { toFile } from '@/negotiation/export';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import type { NegotiationState } from '@/negotiation/state';

export function powerOf(state: NegotiationState): PowerResult {
  const { rule, stakeholders } = toNegotiation(toFile(state, { ballots: 'none' }));
  return power(rule, stakeholders);
}
