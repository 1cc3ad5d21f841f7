import type { ThreatStatus } from '@/core/model';
import { threatStatus } from '@/core/threats';
import type { AssessmentView, ThreatChange } from '@/negotiation/threat-view';
import { type CellKey, cellKey } from './cell';

/** What the assessors that a reader may see say of one threat of one profile (aggregation.md §5). */
export interface Agreement {
  readonly status: ThreatStatus;
  readonly assessors: number;
  /** The least low and the greatest high; `null` where nobody has assessed it. */
  readonly span: readonly [low: number, high: number] | null;
  /** Whether no step at all is held possible by all of them. */
  readonly apart: boolean;
}

export function agreementOf(changes: readonly ThreatChange[]): Agreement {
  const lows = changes.map(([low]) => low);
  const highs = changes.map(([, , high]) => high);
  return {
    status: threatStatus(changes),
    assessors: changes.length,
    span: changes.length === 0 ? null : [Math.min(...lows), Math.max(...highs)],
    apart: Math.max(...lows) > Math.min(...highs),
  };
}

export type ByCell = ReadonlyMap<CellKey, readonly AssessmentView[]>;

export function byCell(assessments: readonly AssessmentView[]): ByCell {
  const cells = new Map<CellKey, AssessmentView[]>();
  for (const each of assessments) {
    const key = cellKey(each.profile, each.threat);
    const there = cells.get(key);
    if (there === undefined) cells.set(key, [each]);
    else there.push(each);
  }
  return cells;
}
