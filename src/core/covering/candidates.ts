import type { Frame } from '../frame';
import { compare, sum } from '../rational';
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
  const denominator = candidates[0]?.denominator;
  if (candidates.every((candidate) => candidate.denominator === denominator)) {
    return byShift(frame, candidates);
  }
  return [...candidates].sort(
    (a, b) =>
      a.shift * b.denominator - b.shift * a.denominator ||
      frame.rank[a.stakeholder]! - frame.rank[b.stakeholder]!,
  );
}

/**
 * The same where all shifts are of one denominator: by rank, which is a place, and then by shift, a digit of 8 bits after
 * the other, the lowest first and none where all shifts are the same.
 */
function byShift(frame: Frame, candidates: readonly Candidate[]): Candidate[] {
  const size = candidates.length;
  const ranked = new Int32Array(frame.stakeholders.length).fill(-1);
  const shifts = new Int32Array(size);
  let differing = 0;
  for (let k = 0; k < size; k++) {
    const { stakeholder, shift } = candidates[k]!;
    ranked[frame.rank[stakeholder]!] = k;
    shifts[k] = shift;
    differing |= shift ^ shifts[0]!;
  }
  let order: Int32Array = new Int32Array(size);
  for (let rank = 0, place = 0; place < size; rank++) if (ranked[rank]! >= 0) order[place++] = ranked[rank]!;
  const bits = 32 - Math.clz32(differing);
  for (let from = 0; from < bits; from += 8) order = byDigit(order, shifts, from);
  const sorted = new Array<Candidate>(size);
  for (let k = 0; k < size; k++) sorted[k] = candidates[order[k]!]!;
  return sorted;
}

/** In the order of 8 bits of their values, from this one on; of equal ones the order that they have stays. */
function byDigit(order: Int32Array, values: Int32Array, from: number): Int32Array {
  const starts = new Int32Array(257);
  for (let k = 0; k < order.length; k++) starts[((values[k]! >> from) & 255) + 1]! += 1;
  for (let d = 1; d < 256; d++) starts[d]! += starts[d - 1]!;
  const sorted = new Int32Array(order.length);
  for (let k = 0; k < order.length; k++) {
    const entry = order[k]!;
    sorted[starts[(values[entry]! >> from) & 255]!++] = entry;
  }
  return sorted;
}

/** The covering problem of candidates in canonical order: shifts over one denominator where that stays exact. */
export function coverOf(frame: Frame, candidates: readonly Candidate[]): Cover {
  const common = commonDenominator(candidates);
  return {
    weights: frame.columns.map((weights) => column(candidates, ({ stakeholder }) => weights[stakeholder]!)),
    costs:
      common === null
        ? roundedCosts(candidates)
        : column(candidates, ({ shift, denominator }) => shift * (common / denominator)),
    rounding: common === null ? 2 : 0,
    compare: (a, b) => compareTotals(candidates, a, b),
  };
}

function column(candidates: readonly Candidate[], of: (candidate: Candidate) => number): Float64Array {
  const values = new Float64Array(candidates.length);
  for (let k = 0; k < values.length; k++) values[k] = of(candidates[k]!);
  return values;
}

/**
 * Shifts in units so small that they sum to about 2⁵⁰, rounded down. The quotient and the product are each off by a
 * part in 2⁵³, so by less than half a unit; taking half a unit off before rounding down leaves every cost below the
 * true one, by less than 2.
 */
function roundedCosts(candidates: readonly Candidate[]): Float64Array {
  const exact = column(candidates, ({ shift, denominator }) => shift / denominator);
  const units = 2 ** 50 / exact.reduce((total, cost) => total + cost, 0);
  return exact.map((cost) => Math.max(0, Math.floor(cost * units - 0.5)));
}

/** The exact order of two sets' total shifts; what both hold does not matter. */
function compareTotals(candidates: readonly Candidate[], a: readonly number[], b: readonly number[]): number {
  const [inA, inB] = [new Set(a), new Set(b)];
  return compare(
    totalShift(
      candidates,
      a.filter((candidate) => !inB.has(candidate)),
    ),
    totalShift(
      candidates,
      b.filter((candidate) => !inA.has(candidate)),
    ),
  );
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
  let last = 1;
  for (const { denominator } of candidates) {
    if (denominator === last) continue;
    last = denominator;
    common *= denominator / divisor(common, denominator);
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

/** The greatest common divisor of positive integers below 2⁵³. */
function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
