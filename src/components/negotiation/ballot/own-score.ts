import type { Form, Row } from './form';
import { readWeight } from './problems';
import { type Hundredths, hundredthsOf, inOrder, readTriple, type Triple } from './score-text';

/**
 * A row's score, exactly: `ends` are integers, each over `over` hundredths of a point (aggregation.md §1). All rows of
 * one ballot share `over`, so their ends compare as they are. Bounds: weights to 1000, 16 criteria, 10⁴ hundredths, so
 * every integer is below 2⁵³.
 */
export interface OwnScore {
  readonly ends: Hundredths;
  /** 1 for direct scores; the sum of the criteria's weights otherwise. */
  readonly over: number;
}

/** The triple that is typed, or the weighted mean of the criteria; `null` while it cannot be read or contradicts itself. */
export function ownScore(row: Row, form: Form): OwnScore | null {
  if (!row.covered) return null;
  if (form.kind === 'scores') {
    const triple = inOrder(readTriple(row.score));
    return triple === null ? null : { ends: hundredthsOf(triple), over: 1 };
  }
  let over = 0;
  const sums: [number, number, number] = [0, 0, 0];
  for (const [criterion, text] of Object.entries(row.criteria)) {
    const weight = readWeight(form.weights[criterion] ?? '') ?? 0;
    if (weight === 0) continue;
    const triple = inOrder(readTriple(text));
    if (triple === null) return null;
    const [low, best, high] = hundredthsOf(triple);
    over += weight;
    sums[0] += weight * low;
    sums[1] += weight * best;
    sums[2] += weight * high;
  }
  return over === 0 ? null : { ends: sums, over };
}

/** In points, for reading and drawing: doubles. */
export function pointsOf({ ends: [low, best, high], over }: OwnScore): Triple {
  const unit = 100 * over;
  return [low / unit, best / unit, high / unit];
}

export type Reading = 'necessary' | 'expected' | 'possible' | 'none' | 'worse';

/** How a stakeholder holds a profile against the default: the strongest stance under which it strictly prefers it (§3). */
export function readingOf({ ends: own }: OwnScore, { ends: base }: OwnScore): Reading {
  if (own[0] > base[2]) return 'necessary';
  if (own[1] > base[1]) return 'expected';
  if (own[2] > base[0]) return 'possible';
  return own[2] < base[0] ? 'worse' : 'none';
}
