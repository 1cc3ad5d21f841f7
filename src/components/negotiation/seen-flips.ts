import type { AggregationResult } from '@/core/model';
import { areOf, type SeenFlips, seenFlips } from '@/negotiation/flips';
import type { StandingDetail } from '@/negotiation/standing-detail';
import type { NegotiationView } from '@/negotiation/views';
import { columnOf } from '@/negotiation/visibility';

/** What would flip the verdict of a profile, by its id; `null` where the reader is not told. */
export type FlipsOf = (profile: string) => SeenFlips | null;

/**
 * What would flip the verdicts of a result, as its reader may see it, searched for as it is asked for: nothing where who
 * stands where is not shown, or where the detail is of other ballots than the result.
 */
export function flipsFor(
  result: AggregationResult,
  detail: StandingDetail | null,
  me: NegotiationView['me'],
): FlipsOf {
  // Members read the ballots that a standing is of, where they see who is behind it at all.
  const readsBallots = columnOf({ public: false }, me) === 'member';
  return (profile) => {
    const found = detail?.flips(profile) ?? null;
    const own = result.profiles.find(({ id }) => id === profile);
    if (found === null || own === undefined) return null;
    const seen = seenFlips(found, readsBallots);
    return areOf(seen, own) ? seen : null;
  };
}
