import { shareable } from '../shareable';
import type { ScoreColumns } from './tile';

/** What is to be counted, as plain arrays: large ones lie in memory that threads can share. */
export interface TallyWork {
  readonly scores: ScoreColumns;
  readonly dimensions: number;
  /** `[dimension · n + stakeholder]`, integers up to 10⁹. */
  readonly weights: Int32Array;
}

/** @param weightsOf by dimension */
export function tallyWork(
  scores: ScoreColumns,
  dimensions: number,
  weightsOf: (stakeholder: number) => readonly number[],
): TallyWork {
  const n = scores.silent.length;
  const weights = new Int32Array(shareable(4 * n * dimensions));
  for (let i = 0; i < n; i++) {
    const own = weightsOf(i);
    for (let d = 0; d < dimensions; d++) weights[d * n + i] = own[d] ?? 0;
  }
  return { scores, dimensions, weights };
}

/** How many stakeholders there are. */
export const stakeholdersOf = ({ scores }: TallyWork): number => scores.silent.length;
