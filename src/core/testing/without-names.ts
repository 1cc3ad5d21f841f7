import type { AggregationResult } from '../model';

/** The names of joiners are free (§4); everything else of a result is not. */
export function withoutNames(result: AggregationResult): AggregationResult {
  return {
    ...result,
    profiles: result.profiles.map((profile) => ({
      ...profile,
      gap: profile.gap === null ? null : { ...profile.gap, ...namelessGaps(profile.gap) },
    })),
  };
}

function namelessGaps(gap: NonNullable<AggregationResult['profiles'][number]['gap']>): typeof gap {
  const nameless = (each: typeof gap.necessary): typeof gap.necessary =>
    each === null
      ? null
      : {
          ...each,
          leastShift: each.leastShift === null ? null : { ...each.leastShift, joiners: [] },
          fewestJoiners: each.fewestJoiners === null ? null : { ...each.fewestJoiners, joiners: [] },
        };
  return { necessary: nameless(gap.necessary), expected: nameless(gap.expected) };
}
