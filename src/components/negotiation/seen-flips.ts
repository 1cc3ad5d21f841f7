import type { AggregationResult } from '@/core/model';
import { areOf, type SeenFlips, seenFlips } from '@/negotiation/flips';
import type { StandingDetail } from '@/negotiation/standing-detail';
import type { NegotiationView } from '@/negotiation/views';
import { columnOf } from '@/negotiation/visibility';

/**
 * What would flip each verdict of a result, by profile, as its reader may see it: empty where who stands where is not
 * shown, or the detail is of other ballots than the result.
 */
export function flipsFor(
  result: AggregationResult,
  detail: StandingDetail | null,
  me: NegotiationView['me'],
): ReadonlyMap<string, SeenFlips> {
  const flips = detail?.flips() ?? null;
  if (flips === null) return new Map();
  // Members read the ballots that a standing is of, where they see who is behind it at all.
  const seen = seenFlips(flips, columnOf({ public: false }, me) === 'member');
  return areOf(seen, result) ? new Map(seen.map((each) => [each.profile, each])) : new Map();
}
