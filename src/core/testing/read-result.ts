import type { AggregationResult, PairRow, ProfileResult, Stance } from '../model';
import { VERDICTS } from '../model';

/** The row of `pairs` for x over y. */
export function pair(result: AggregationResult, stance: Stance, over: string, under: string): PairRow {
  const row = result.pairs[stance].find((each) => each.over === over && each.under === under);
  if (row === undefined) throw new Error(`no pair of ${over} over ${under}`);
  return row;
}

/** Points as the nearest double; `null` is below everything. Small games stay far from its precision. */
export function toNumber(points: string | null | undefined): number {
  if (points === null || points === undefined) return Number.NEGATIVE_INFINITY;
  const [top, bottom = '1'] = points.split('/');
  return Number(top) / Number(bottom);
}

/** 0 clears … 3 out of reach, -1 the default: the larger, the worse. */
export function rankOf({ verdict }: ProfileResult): number {
  return verdict === 'default' ? -1 : VERDICTS.indexOf(verdict);
}
