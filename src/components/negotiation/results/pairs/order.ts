import type { AggregationResult, PairRow, Stance } from '@/core/model';

/** What profiles are ordered by, the first that tells two apart. */
interface Strength {
  readonly adequate: readonly number[];
  /** Stakeholders that prefer it to others under `necessary`, over all pairs. */
  readonly members: number;
}

const BY: readonly Stance[] = ['necessary', 'expected', 'possible'];

/**
 * Profiles by strength: over how many others each is a strong Pareto improvement for an adequate coalition, under
 * `necessary`, then `expected`, then `possible`; then by how many stakeholders prefer it; then as in the result.
 */
export function byStrength(result: AggregationResult): readonly string[] {
  const strength = new Map(result.profiles.map(({ id }) => [id, strengthOf(result, id)]));
  return result.profiles.map(({ id }) => id).sort((a, b) => compare(strength.get(a), strength.get(b)));
}

function strengthOf({ pairs }: AggregationResult, id: string): Strength {
  const wins = (rows: readonly PairRow[]) => rows.filter(({ over, adequate }) => over === id && adequate);
  const preferring = pairs.necessary.filter(({ over }) => over === id);
  return {
    adequate: BY.map((stance) => wins(pairs[stance]).length),
    members: preferring.reduce((sum, { members }) => sum + members, 0),
  };
}

function compare(a: Strength | undefined, b: Strength | undefined): number {
  if (a === undefined || b === undefined) return 0;
  for (const [k, wins] of a.adequate.entries()) {
    const difference = (b.adequate[k] ?? 0) - wins;
    if (difference !== 0) return difference;
  }
  return b.members - a.members;
}
