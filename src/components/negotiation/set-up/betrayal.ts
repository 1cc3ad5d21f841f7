import type { FileStakeholder } from '@/negotiation/file/model';

/**
 * What the published size and weights of a coalition tell of its members (product.md §2, private mode).
 * `counted`: of how many of the 2ⁿ coalitions size and weights name the members. `classes`: with more stakeholders, how
 * many of them hold what nobody else holds in the same amounts.
 */
export type Betrayal =
  | { readonly kind: 'counted'; readonly told: number; readonly of: number }
  | { readonly kind: 'classes'; readonly distinct: number; readonly of: number };

/** 2¹⁵ sums at most: some hundredths of a second. */
const MOST_COUNTED = 15;

export function betrayalOf(
  stakeholders: readonly FileStakeholder[],
  dimensions: readonly { readonly id: string }[],
): Betrayal {
  const weights = stakeholders.map(({ weights: own = {} }) => dimensions.map(({ id }) => own[id] ?? 0));
  const n = stakeholders.length;
  if (n > MOST_COUNTED) {
    const distinct = [...tally(weights.map(String)).values()].filter((count) => count === 1).length;
    return { kind: 'classes', distinct, of: n };
  }
  const sums = Array.from({ length: 2 ** n }, (_, coalition) =>
    weights.reduce(
      ([count = 0, ...sum], own, i) =>
        (coalition >> i) % 2 === 1
          ? [count + 1, ...sum.map((total, d) => total + (own[d] ?? 0))]
          : [count, ...sum],
      [0, ...dimensions.map(() => 0)],
    ),
  );
  const told = [...tally(sums.map(String)).values()].filter((count) => count === 1).length;
  return { kind: 'counted', told, of: 2 ** n };
}

function tally(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
