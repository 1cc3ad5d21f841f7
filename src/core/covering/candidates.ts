import type { Frame } from '../frame';
import { compare, gcd, sum } from '../rational';
import type { Cover } from './cover';

/** Somebody who may join (or leave) at a cost of shift / denominator hundredths of a point. */
export interface Candidate {
  readonly stakeholder: number;
  /** Non-negative; with the denominator at most 1.6·10⁸ + 1.6·10⁴. */
  readonly shift: number;
  readonly denominator: number;
}

/**
 * Candidates in the canonical order (ascending shift, then descending weights, then id), which does not hang on
 * the order of the file (§8). Shifts compare by cross-multiplication, below 2.6·10¹² < 2⁵³.
 */
export function canonical(frame: Frame, candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => {
    const byShift = a.shift * b.denominator - b.shift * a.denominator;
    if (byShift !== 0) return byShift;
    const [one, other] = [frame.stakeholders[a.stakeholder]!, frame.stakeholders[b.stakeholder]!];
    for (let d = 0; d < frame.dimensions.length; d++) {
      const byWeight = (other.weights[d] ?? 0) - (one.weights[d] ?? 0);
      if (byWeight !== 0) return byWeight;
    }
    return one.id < other.id ? -1 : 1;
  });
}

/** The covering problem of candidates in canonical order: shifts over one denominator where that stays exact. */
export function coverOf(frame: Frame, candidates: readonly Candidate[]): Cover {
  const common = commonDenominator(candidates);
  return {
    weights: frame.dimensions.map((_, d) =>
      Float64Array.from(candidates, ({ stakeholder }) => frame.stakeholders[stakeholder]!.weights[d] ?? 0),
    ),
    costs: Float64Array.from(candidates, ({ shift, denominator }) =>
      common === null ? shift / denominator : shift * (common / denominator),
    ),
    slack: common === null ? (candidates.length + 16) * 2 ** -51 : 0,
    compare: (a, b) => compare(totalShift(candidates, a), totalShift(candidates, b)),
  };
}

/** Σ shift / denominator over these candidates, in hundredths of a point, exactly. */
export function totalShift(candidates: readonly Candidate[], chosen: readonly number[]) {
  const byDenominator = new Map<number, number>();
  for (const candidate of chosen) {
    const { shift, denominator } = candidates[candidate]!;
    // At most 10⁶ · 1.6·10⁸ = 1.6·10¹⁴ < 2⁵³.
    byDenominator.set(denominator, (byDenominator.get(denominator) ?? 0) + shift);
  }
  return sum([...byDenominator].map(([den, num]) => ({ num: BigInt(num), den: BigInt(den) })));
}

/** The least common denominator, where all shifts over it sum to less than 2⁵²; else `null`. */
function commonDenominator(candidates: readonly Candidate[]): number | null {
  let common = 1;
  for (const denominator of new Set(candidates.map((candidate) => candidate.denominator))) {
    common *= denominator / Number(gcd(BigInt(common), BigInt(denominator)));
    if (common > 2 ** 36) return null;
  }
  // common ≤ 2³⁶ and shift / denominator ≤ 20,001: a product is below 2⁵¹, and each sum that passes 2⁵² is seen.
  let total = 0;
  for (const { shift, denominator } of candidates) {
    total += shift * (common / denominator);
    if (total >= 2 ** 52) return null;
  }
  return common;
}
