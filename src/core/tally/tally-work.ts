import { shareable } from '../shareable';
import type { ScoreColumns } from './tile';
import { weightClasses } from './weight-classes';

/** What is to be counted, as plain arrays: large ones lie in memory that threads can share. */
export interface TallyWork {
  readonly scores: ScoreColumns;
  readonly dimensions: number;
  /** `[dimension · n + stakeholder]`, integers up to 10⁹. */
  readonly weights: Int32Array;
  /** Every stakeholder once. */
  readonly order: Int32Array;
  /** Where each class of equal weights ends in the order, ascending; `null` where each is weighed by itself. */
  readonly ends: Int32Array | null;
}

/**
 * To weigh 512 stakeholders one by one takes a kernel about 0.5 ms in each dimension longer than to count them; that a
 * class ends takes 0.06 ms, wherever it does.
 */
const WORTH_A_CLASS = 96;
/** As many as can be told apart (weight-classes.ts), far beyond what is worth it for 10⁶ stakeholders. */
const MOST_CLASSES = 2 ** 23;

/** @param classes whether those of equal weights are to be counted together: `null` where it is found out. */
export function tallyWork(
  scores: ScoreColumns,
  dimensions: number,
  weightsOf: (stakeholder: number) => readonly number[],
  classes: boolean | null = null,
): TallyWork {
  const n = scores.silent.length;
  const weights = new Int32Array(shareable(4 * n * dimensions));
  for (let i = 0; i < n; i++) {
    const own = weightsOf(i);
    for (let d = 0; d < dimensions; d++) weights[d * n + i] = own[d] ?? 0;
  }
  const most = classes === null ? Math.floor(n / WORTH_A_CLASS) : MOST_CLASSES;
  const found = dimensions === 0 || classes === false ? null : weightClasses(weights, n, most);
  if (found !== null) return { scores, dimensions, weights, ...found };
  const order = new Int32Array(shareable(4 * n));
  for (let i = 0; i < n; i++) order[i] = i;
  return { scores, dimensions, weights, order, ends: null };
}
