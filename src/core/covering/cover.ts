/**
 * The covering problem of §4 "Gap to the bar" and "Resilience": which candidates must join (or leave) so that a
 * monotone tree holds, at least cost. Candidates are numbered in a canonical order (cost, weights, id), so that
 * the search, and with it the set named, does not hang on the order of the input (§8).
 */
export interface Cover {
  /** Per dimension, by candidate: integers up to 10⁹. */
  readonly weights: readonly Float64Array[];
  /** By candidate, ascending: shifts over one common denominator, or their nearest doubles. */
  readonly costs: Float64Array;
  /**
   * 0: costs are integers and any sum of them is below 2⁵³, so sums and comparisons are exact. Otherwise costs
   * are rounded, and this bounds the relative error of a sum twice over: a bound prunes only when it is larger by
   * more than that, and two sets that are closer are compared by `compare`.
   */
  readonly slack: number;
  /** The exact order of the total shifts of two sets. */
  compare(a: readonly number[], b: readonly number[]): number;
}

/** Least total cost first and fewest members second, or the other way about. */
export type Objective = 'shift' | 'count';

export interface Choice {
  /** Candidates, ascending. */
  readonly chosen: readonly number[];
  readonly shift: number;
  /** Whether it was shown that no choice is better. */
  readonly proven: boolean;
}

/**
 * What is left of the fixed number of steps (never of time, §8). A step is one candidate looked at or one node
 * of a search, some nanoseconds.
 */
export interface Budget {
  left: number;
}

export function choice(cover: Cover, chosen: Iterable<number>, proven: boolean): Choice {
  const ascending = [...chosen].sort((a, b) => a - b);
  const shift = ascending.reduce((total, candidate) => total + cover.costs[candidate]!, 0);
  return { chosen: ascending, shift, proven };
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
  if (cover.slack === 0) return difference;
  if (Math.abs(difference) > cover.slack * Math.max(a.shift, b.shift)) return difference;
  return cover.compare(a.chosen, b.chosen);
}

/** Whether nothing with these lower bounds on both parts can be strictly better than `best`. */
export function hopeless(
  cover: Cover,
  objective: Objective,
  shift: number,
  count: number,
  best: Choice | null,
): boolean {
  if (shift === Number.POSITIVE_INFINITY || count === Number.POSITIVE_INFINITY) return true;
  if (best === null) return false;
  if (objective === 'count' && count !== best.chosen.length) return count > best.chosen.length;
  if (shift > best.shift * (1 + cover.slack)) return true;
  if (cover.slack !== 0 || shift < best.shift) return false;
  return count >= best.chosen.length;
}

/** Lowers a computed bound by more than its few roundings; with integer costs it may then be rounded up. */
export function soundBound(cover: Cover, bound: number): number {
  const lowered = bound * (1 - 2 ** -48);
  return cover.slack === 0 ? Math.ceil(lowered) : lowered * (1 - cover.slack);
}
