/** The standing that the reader may see, by its basis. */
import type { AggregationResult, Basis } from '@/core/model';
import { standingAccess } from '@/negotiation/standing-access';
import type { NegotiationScope } from '../../auth/scope';
import { type Answer, answered, NO_STANDING_YET, refused } from '../../refusal';
import { latestVisible } from './latest-visible';
import { untilStored } from './until-stored';

/** @param from the least position that will do: where the reader asks because of it, an older one tells another story. */
export async function getStanding(
  scope: NegotiationScope<'standing.get'>,
  { basis, from = 0 }: { readonly basis: Basis; readonly from?: number },
): Promise<Answer<{ position: number; result: AggregationResult }>> {
  if (standingAccess(scope.known.state, scope.viewer).kind === 'none') return refused(NO_STANDING_YET);
  const standing = await untilStored(async () => {
    const newest = await latestVisible(scope, basis);
    return newest !== null && newest.position >= from ? newest : null;
  });
  return standing === null ? refused(NO_STANDING_YET) : answered(standing);
}
