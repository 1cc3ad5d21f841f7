import { aggregate } from '@/core/aggregate';
import { failing } from '@/core/failing';
import type { AggregationResult, Negotiation } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import { toNegotiation } from '../file/to-negotiation';
import type { Sandbox } from './apply';

/** The standing of a sandbox, by the core that the server uses. */
export function standingOfSandbox({ file, informed, failed }: Sandbox): AggregationResult {
  const result = aggregate(worldOf(file, failed), { basis: 'stated' });
  if (informed === null) return result;
  const { profiles } = aggregate(worldOf(informed, failed), { basis: 'stated', searches: false });
  const recommended = new Set(profiles.filter((each) => each.recommended).map(({ id }) => id));
  return {
    ...result,
    profiles: result.profiles.map((each) => ({ ...each, recommended: recommended.has(each.id) })),
  };
}

function worldOf(file: NegotiationFile, failed: string | null): Negotiation {
  const negotiation = toNegotiation(file);
  const g = negotiation.guarantees.findIndex(({ id }) => id === failed);
  return g < 0 ? negotiation : failing(negotiation, g);
}
