/** The standing that the reader may see, by its basis. */
import type { AggregationResult, Basis } from '@/core/model';
import { standingAccess } from '@/negotiation/standing-access';
import type { NegotiationScope } from '../../auth/scope';
import { type Answer, answered, NO_STANDING_YET, refused } from '../../refusal';
import { latestVisible } from './latest-visible';

/** How long a reader waits for the first standing of a log, which the worker is about to store. */
const FIRST_STANDING_MS = 5_000;
const LOOK_AGAIN_MS = 50;

export async function getStanding(
  scope: NegotiationScope<'standing.get'>,
  { basis }: { readonly basis: Basis },
): Promise<Answer<{ position: number; result: AggregationResult }>> {
  if (standingAccess(scope.known.state, scope.viewer).kind === 'none') return refused(NO_STANDING_YET);
  for (let waited = 0; waited < FIRST_STANDING_MS; waited += LOOK_AGAIN_MS) {
    const standing = await latestVisible(scope, basis);
    if (standing !== null) return answered(standing);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return refused(NO_STANDING_YET);
}
