import type { BallotFrame, Form } from './form';
import { ownScore, pointsOf } from './own-score';
import { readTriple } from './score-text';

/** What may be meant, but rarely is: pointed out, never forbidden. */
export type Hint =
  | { readonly kind: 'betterWithout'; readonly profile: string; readonly guarantee: string }
  | { readonly kind: 'saysNothing'; readonly profile: string }
  | { readonly kind: 'defaultLeftOut' };

export function hintsOf(form: Form, frame: BallotFrame): readonly Hint[] {
  if (form.kind === 'abstain') return [];
  const hints: Hint[] = [];
  const base = frame.profiles.find((profile) => profile.default === true)?.id;
  const some = Object.values(form.rows).some(({ covered }) => covered);
  if (some && base !== undefined && form.rows[base]?.covered === false)
    hints.push({ kind: 'defaultLeftOut' });
  for (const { id: profile } of frame.profiles) {
    const row = form.rows[profile];
    const own = row === undefined ? null : ownScore(row, form);
    if (row === undefined || own === null) continue;
    const [low, best, high] = pointsOf(own);
    if (low === 0 && high === 100) hints.push({ kind: 'saysNothing', profile });
    for (const [guarantee, text] of Object.entries(row.without)) {
      const without = readTriple(text);
      if (without !== null && without[1] > best) hints.push({ kind: 'betterWithout', profile, guarantee });
    }
  }
  return hints;
}
