import type { AggregationResult, PairRow, Stance } from '@/core/model';
import { byStance } from '@/core/stance';
import { workedOut } from './worked-out';

/** How many prefer one profile to another under a stance (aggregation.md §4 "Pairs"); nothing where the result has no such pair. */
export function pairOf(
  result: AggregationResult,
  stance: Stance,
  over: string,
  under: string,
): PairRow | undefined {
  return rowsOf(result)[stance].get(over)?.get(under);
}

const rowsOf = workedOut(({ pairs }: AggregationResult) =>
  byStance((stance) => {
    const rows = new Map<string, Map<string, PairRow>>();
    for (const row of pairs[stance]) {
      const ofOver = rows.get(row.over) ?? new Map<string, PairRow>();
      rows.set(row.over, ofOver.set(row.under, row));
    }
    return rows;
  }),
);
