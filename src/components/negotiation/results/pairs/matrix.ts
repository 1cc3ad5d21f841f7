import type { AggregationResult, Stance } from '@/core/model';

/** One stance's pairs as the browser gets them: row by row, a row over a column; the diagonal is nothing. */
export interface Matrix {
  readonly members: readonly number[];
  /** A digit per cell: 1 where those who prefer are adequate. */
  readonly adequate: string;
}

/** The pairs of a stance in an order of the profiles: O(m²). */
export function matrixOf({ pairs }: AggregationResult, order: readonly string[], stance: Stance): Matrix {
  const index = new Map(order.map((id, at) => [id, at]));
  const members = new Array<number>(order.length ** 2).fill(0);
  const adequate = new Array<string>(order.length ** 2).fill('0');
  for (const pair of pairs[stance]) {
    const at = (index.get(pair.over) ?? 0) * order.length + (index.get(pair.under) ?? 0);
    members[at] = pair.members;
    adequate[at] = pair.adequate ? '1' : '0';
  }
  return { members, adequate: adequate.join('') };
}
