import { expect, it } from 'vitest';
import { answerOf, lettersOf } from './stance-letters';

it('every answer comes back from its letters', () => {
  const each = [true, false, null];
  const answers = each.flatMap((necessary) =>
    each.flatMap((expected) => each.map((possible) => ({ necessary, expected, possible }))),
  );
  for (const answer of [null, ...answers]) expect(answerOf(lettersOf(answer))).toEqual(answer);
  expect(new Set(answers.map(lettersOf)).size).toBe(27);
});
