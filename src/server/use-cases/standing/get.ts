/** The standing that the reader may see, by its basis. */
import type { AggregationResult, Basis } from '@/core/model';
import { standingAccess } from '@/negotiation/standing-access';
import type { NegotiationScope } from '../../auth/scope';
import { type Answer, answered, NO_STANDING_YET, refused } from '../../refusal';
import { latestVisible } from './latest-visible';
import { untilStored } from './until-stored';

export async function getStanding(
  scope: NegotiationScope<'standing.get'>,
  { basis }: { readonly basis: Basis },
): Promise<Answer<{ position: number; result: AggregationResult }>> {
  if (standingAccess(scope.known.state, scope.viewer).kind === 'none') return refused(NO_STANDING_YET);
  const standing = await untilStored(() => latestVisible(scope, basis));
  return standing === null ? refused(NO_STANDING_YET) : answered(standing);
}
