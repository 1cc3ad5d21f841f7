/** A result as rows that SQL can query. */
import { type AggregationResult, STANCES } from '@/core/model';

/** Stands for heads where a dimension's id stands otherwise; no id may hold a `#`. */
const MEMBERS = '#members';

export function profileRows(result: AggregationResult) {
  return result.profiles.map((p, ordinal) => ({
    profile: p.id,
    ordinal,
    verdict: p.verdict,
    efficient_necessary: p.efficient.necessary,
    efficient_expected: p.efficient.expected,
    efficient_possible: p.efficient.possible,
    core_necessary: p.core.necessary,
    core_expected: p.core.expected,
    core_possible: p.core.possible,
    critical_gain_necessary: p.criticalGain?.necessary ?? null,
    critical_gain_expected: p.criticalGain?.expected ?? null,
    critical_gain_possible: p.criticalGain?.possible ?? null,
  }));
}

/** Support for each profile against the default: heads, and weight by dimension. */
export function supportRows(result: AggregationResult) {
  const byDefault = result.profiles.find((p) => p.verdict === 'default')?.id;
  return STANCES.flatMap((stance) =>
    result.pairs[stance]
      .filter((pair) => pair.under === byDefault)
      .flatMap(({ over, members, weights }) =>
        [[MEMBERS, members] as const, ...Object.entries(weights)].map(([dimension, weight]) => ({
          profile: over,
          stance,
          dimension,
          weight: String(weight),
        })),
      ),
  );
}

/** What changed from one result to the next of the same basis, in the order of the new one's profiles. */
export function verdictChanges(before: AggregationResult | null, after: AggregationResult) {
  const { basis } = after;
  const old = new Map(before?.profiles.map((p) => [p.id, p.verdict]));
  const now = new Set(after.profiles.map((p) => p.id));
  const changed = after.profiles
    .map((p) => ({ basis, profile: p.id, from: old.get(p.id) ?? null, to: p.verdict }))
    .filter(({ from, to }) => from !== to);
  const gone = [...old]
    .filter(([id]) => !now.has(id))
    .map(([profile, from]) => ({ basis, profile, from, to: null }));
  return [...changed, ...gone];
}
