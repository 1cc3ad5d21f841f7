import { type AggregationResult, STANCES } from '@/core/model';
import { workedOut } from '@/negotiation/worked-out';

/** What profiles are ordered by, the first that tells two apart. */
interface Strength {
  /** By stance, over how many others it has an adequate coalition. */
  readonly adequate: readonly number[];
  /** Stakeholders that prefer it to others under `necessary`, over all pairs. */
  readonly members: number;
}

/**
 * Profiles by strength: over how many others each is a strong Pareto improvement for an adequate coalition, under
 * `necessary`, then `expected`, then `possible`; then by how many stakeholders prefer it; then as in the result.
 */
export const byStrength = workedOut((result: AggregationResult): readonly string[] => {
  const wins = STANCES.map((stance) =>
    sums(result.pairs[stance].map(({ over, adequate }) => [over, adequate ? 1 : 0])),
  );
  const members = sums(result.pairs.necessary.map((pair) => [pair.over, pair.members]));
  const strength = new Map(
    result.profiles.map(({ id }): [string, Strength] => [
      id,
      { adequate: wins.map((of) => of.get(id) ?? 0), members: members.get(id) ?? 0 },
    ]),
  );
  return result.profiles.map(({ id }) => id).sort((a, b) => compare(strength.get(a), strength.get(b)));
});

function sums(amounts: readonly (readonly [of: string, amount: number])[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const [of, amount] of amounts) all.set(of, (all.get(of) ?? 0) + amount);
  return all;
}

function compare(a: Strength | undefined, b: Strength | undefined): number {
  if (a === undefined || b === undefined) return 0;
  for (const [k, wins] of a.adequate.entries()) {
    const difference = (b.adequate[k] ?? 0) - wins;
    if (difference !== 0) return difference;
  }
  return b.members - a.members;
}
