import type { Form, Row } from './form';
import { readWeight } from './problems';
import { readTriple, type Triple } from './score-text';

/**
 * A row's score for reading beside it: the triple, or the weighted mean of its criteria (aggregation.md §1). A double,
 * shown with two decimals; what counts is computed exactly by the core.
 */
export function ownScore(row: Row, form: Form): Triple | null {
  if (!row.covered) return null;
  if (form.kind === 'scores') return ordered(readTriple(row.score));
  let total = 0;
  const sums: [number, number, number] = [0, 0, 0];
  for (const [criterion, text] of Object.entries(row.criteria)) {
    const weight = readWeight(form.weights[criterion] ?? '') ?? 0;
    if (weight === 0) continue;
    const triple = ordered(readTriple(text));
    if (triple === null) return null;
    total += weight;
    sums[0] += weight * triple[0];
    sums[1] += weight * triple[1];
    sums[2] += weight * triple[2];
  }
  return total === 0 ? null : [sums[0] / total, sums[1] / total, sums[2] / total];
}

function ordered(triple: Triple | null): Triple | null {
  return triple !== null && triple[0] <= triple[1] && triple[1] <= triple[2] ? triple : null;
}

export type Reading = 'necessary' | 'expected' | 'possible' | 'none' | 'worse';

/** How a stakeholder holds a profile against the default: the strongest stance under which it strictly prefers it (§3). */
export function readingOf(own: Triple, base: Triple): Reading {
  if (own[0] > base[2]) return 'necessary';
  if (own[1] > base[1]) return 'expected';
  if (own[2] > base[0]) return 'possible';
  return own[2] < base[0] ? 'worse' : 'none';
}
