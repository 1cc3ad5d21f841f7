import { type Cover, gather } from './cover';

/** What total costs can be: every cost is `rest` more than a multiple of `step`. */
export interface Lattice {
  /** Positive; 1 where costs have nothing in common. */
  readonly step: number;
  /** 0 … step − 1. */
  readonly rest: number;
}

const ANY: Lattice = { step: 1, rest: 0 };

/**
 * What the costs of these candidates have in common. Whole points make much of it: whoever must rise by k points to a
 * hundredth more costs 100 · k + 1, so that a total of c members ends in c. Costs that were rounded have nothing.
 */
export function latticeOf(cover: Cover, candidates: readonly number[]): Lattice {
  if (cover.rounding > 0) return ANY;
  const costs = gather(cover.costs, candidates);
  const first = costs[0] ?? 0;
  let step = 0;
  for (const cost of costs) {
    step = divisor(step, Math.abs(cost - first));
    if (step === 1) return ANY;
  }
  if (step === 0) step = Math.max(1, first);
  return { step, rest: first % step };
}

/**
 * The least total of `least` … `most` members that is not below the bound, an integer: rest · members, and a multiple of
 * the step. Sums stay below 2⁵³, for costs do below 2⁵².
 */
export function raised({ step, rest }: Lattice, bound: number, least: number, most: number): number {
  if (step === 1 || bound === Number.POSITIVE_INFINITY) return bound;
  const over = bound - rest * least;
  const multiple = Math.floor(over / step) * step;
  const left = over - multiple;
  if (left === 0) return bound;
  const spread = rest * (most - least);
  // Where the rests of so many members reach round to the next multiple, nothing is known.
  if (spread >= step) return bound;
  const found = left <= spread ? Math.ceil(left / rest) * rest : step;
  return rest * least + multiple + found;
}

/** The greatest common divisor of non-negative integers, 0 of none. */
export function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
