/**
 * The covering problem of §4 "Gap to the bar" and "Resilience": which candidates must join (or leave) so that a
 * monotone tree holds, at least cost. Candidates are numbered in a canonical order (cost, weights, id), so that
 * the search, and with it the set named, does not hang on the order of the input (§8).
 */
export interface Cover {
  /** Per dimension, by candidate: integers up to 10⁹. */
  readonly weights: readonly Float64Array[];
  /** By candidate, ascending: integers whose sum is below 2⁵², so that every sum and comparison is exact. */
  readonly costs: Float64Array;
  /**
   * What a true cost exceeds its integer by, at most: 0 where costs are shifts over a common denominator. Where
   * that would be too large they are rounded down, and two sets whose costs are within it compare exactly.
   */
  readonly rounding: number;
  /** The exact order of the total shifts of two sets. */
  compare(a: readonly number[], b: readonly number[]): number;
}

/** Least total cost first and fewest members second, or the other way about. */
export type Objective = 'shift' | 'count';

export interface Choice {
  /** Candidates, ascending. */
  readonly chosen: readonly number[];
  /** The sum of their integer costs. */
  readonly shift: number;
  /** Whether it was shown that no choice is better. */
  readonly proven: boolean;
}

/** What is left of the fixed number of steps (never of time, §8). */
export interface Budget {
  left: number;
}

export function choice(cover: Cover, chosen: Iterable<number>, proven: boolean): Choice {
  const ascending = [...chosen].sort((a, b) => a - b);
  let shift = 0;
  for (const candidate of ascending) shift += cover.costs[candidate]!;
  return { chosen: ascending, shift, proven };
}

/** The values of these candidates, in their order. */
export function gather(values: Float64Array, candidates: readonly number[]): Float64Array {
  const gathered = new Float64Array(candidates.length);
  for (let k = 0; k < gathered.length; k++) gathered[k] = values[candidates[k]!]!;
  return gathered;
}

/** Whether a is strictly better than b. */
export function better(cover: Cover, objective: Objective, a: Choice, b: Choice | null): boolean {
  if (b === null) return true;
  const fewer = a.chosen.length - b.chosen.length;
  if (objective === 'count' && fewer !== 0) return fewer < 0;
  const cheaper = compareShift(cover, a, b);
  return cheaper !== 0 ? cheaper < 0 : fewer < 0;
}

function compareShift(cover: Cover, a: Choice, b: Choice): number {
  const difference = a.shift - b.shift;
  if (cover.rounding === 0) return difference;
  if (difference >= cover.rounding * b.chosen.length) return 1;
  if (-difference >= cover.rounding * a.chosen.length) return -1;
  return cover.compare(a.chosen, b.chosen);
}

/** Whether nothing with these lower bounds on both parts is strictly better than `best`. */
export function hopeless(
  cover: Cover,
  objective: Objective,
  shift: number,
  count: number,
  best: Choice | null,
): boolean {
  if (shift === Number.POSITIVE_INFINITY || count === Number.POSITIVE_INFINITY) return true;
  if (best === null) return false;
  const members = best.chosen.length;
  if (objective === 'count' && count !== members) return count > members;
  if (cover.rounding > 0) return shift >= best.shift + cover.rounding * members;
  return shift > best.shift || (shift === best.shift && count >= members);
}

/** A lower bound on an integer cost from one computed with a few roundings. */
export function soundBound(bound: number): number {
  return Math.ceil(bound * (1 - 2 ** -48));
}
