/** Who is behind the sums of a standing, for whoever may know (product.md §2, "who is in a coalition"). */
import type { Basis } from '@/core/model';
import { toFile } from '@/negotiation/export';
import { type PairView, pairView, StandingDetail } from '@/negotiation/standing-detail';
import type { NegotiationScope } from '../../auth/scope';
import { type Answer, answered, NO_STANDING_YET, refused } from '../../refusal';
import { keptOf } from './kept-of';
import { latestVisible } from './latest-visible';

/** A detail of n = 1,000 stakeholders and m = 64 profiles takes a megabyte. */
const KEPT = { name: 'standing-details', most: 16 } as const;

/** Above so many the result tells lengths of lists alone, and so does the page. */
const LISTED = 10_000;

type Scope = NegotiationScope<'standing.get' | 'standing.pair'>;

/** Of the standing at a position that the reader was given. `null` in `private` mode: there nobody is ever told. */
export async function getDetail(
  scope: Scope,
  { basis, position }: { readonly basis: Basis; readonly position: number },
): Promise<StandingDetail | null> {
  const { mode, stakeholders } = scope.known.state;
  if (mode === 'private' || stakeholders.length > LISTED) return null;
  return keptOf(KEPT, scope, position, basis, () => detailAt(scope, basis, position));
}

/** Of the newest standing that the reader may see; `null` where the two are not in it. */
export async function getPair(
  scope: NegotiationScope<'standing.pair'>,
  { basis, over, under }: { readonly basis: Basis; readonly over: string; readonly under: string },
): Promise<Answer<PairView | null>> {
  const standing = await latestVisible(scope, basis);
  if (standing === null) return refused(NO_STANDING_YET);
  const detail = await getDetail(scope, { basis, position: standing.position });
  return answered(pairView(standing.result, detail, over, under));
}

async function detailAt({ store, log }: Scope, basis: Basis, position: number): Promise<StandingDetail> {
  const { state } = await store.states.at(store.pool, log, position);
  return new StandingDetail(toFile(state, { ballots: 'newest' }), basis);
}
