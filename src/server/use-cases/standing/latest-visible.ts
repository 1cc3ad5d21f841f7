/** The newest stored standing that a reader may see, cut down to what they may see of it. */
import type { AggregationResult, Basis } from '@/core/model';
import { redactResult, standingAccess } from '@/negotiation/standing-access';
import type { NegotiationScope } from '../../auth/scope';

type Reads = 'standing.get' | 'standing.pair' | 'standing.live' | 'standing.power' | 'negotiation.get';

/** `null` where there is none, or none that the reader may see. */
export async function latestVisible(
  { known, viewer, log, store }: NegotiationScope<Reads>,
  basis: Basis,
): Promise<{ position: number; result: AggregationResult } | null> {
  const access = standingAccess(known.state, viewer);
  if (access.kind === 'none') return null;
  const upTo = access.kind === 'at' ? access.position : known.position;
  const stored = await store.results.newest(log, basis, upTo);
  return stored && { position: stored.position, result: redactResult(stored.result, known.state, viewer) };
}
