import type { BallotFrame, Form } from './form';
import { ownScore } from './own-score';

/**
 * The profiles by best guess, the best first; those of which nothing can be read last, and equal ones as the negotiation
 * lists them. Compares exactly: the scores of one ballot share their denominator.
 */
export function byBest(form: Form, frame: BallotFrame): readonly string[] {
  const best = ({ id }: { readonly id: string }) => {
    const row = form.rows[id];
    return (row === undefined ? null : ownScore(row, form))?.ends[1] ?? -1;
  };
  return [...frame.profiles].sort((a, b) => best(b) - best(a)).map(({ id }) => id);
}

/** The frame's profiles in an order that was taken earlier; one that came since stands at the end. */
export function inRowOrder(
  profiles: BallotFrame['profiles'],
  order: readonly string[] | null,
): BallotFrame['profiles'] {
  if (order === null) return profiles;
  const place = new Map(order.map((id, index) => [id, index]));
  const at = (id: string) => place.get(id) ?? order.length;
  return [...profiles].sort((a, b) => at(a.id) - at(b.id));
}
