import { pointsText } from '@/core/rational';
import type { Form, Row } from './form';
import { readWeight } from './problems';
import { type Hundredths, hundredthsOf, inOrder, readTriple } from './score-text';

export interface Term {
  readonly criterion: string;
  readonly weight: number;
  readonly score: Hundredths;
  /** Weight times score. */
  readonly product: Hundredths;
}

/** How the criteria lead to a score (aggregation.md §1): Σ cₖ·uₖ over Σ cₖ, term by term. Integers, in hundredths. */
export function termsOf(row: Row, form: Form, criteria: readonly { readonly id: string }[]): readonly Term[] {
  return criteria.flatMap(({ id }) => {
    const weight = readWeight(form.weights[id] ?? '') ?? 0;
    const text = row.criteria[id];
    const triple = text === undefined ? null : inOrder(readTriple(text));
    if (weight === 0 || triple === null) return [];
    const score = hundredthsOf(triple);
    return [
      {
        criterion: id,
        weight,
        score,
        product: [weight * score[0], weight * score[1], weight * score[2]] as const,
      },
    ];
  });
}

/** A number of points, exactly: `"53"`, `"155/3"`. `hundredths` over `over`. */
export function exactPoints(hundredths: number, over: number): string {
  return pointsText(hundredths, over);
}
