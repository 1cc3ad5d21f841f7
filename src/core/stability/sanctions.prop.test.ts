import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { STANCES } from '../model';
import { stability } from '../stability';
import { type Conflict, conflicts } from '../testing/arbitrary-conflict';
import { runs } from '../testing/property-runs';
import { movesOf } from './moves';
import { temptations } from './sanctions';

const CONCEPTS = ['gmr', 'smr', 'seq'] as const;

it('a profile is stable under a concept exactly when each temptation away from it has such a sanction', () => {
  fc.assert(
    fc.property(conflicts, ({ game, prefers }) => {
      const verdicts = stability(game, prefers);
      for (const stance of STANCES) {
        const all = temptations(game, prefers, stance);
        for (const [x, { [stance]: verdict }] of verdicts.entries()) {
          if (verdict.nash === null) continue;
          const away = all.filter(({ from }) => from === x);
          expect(away.map(({ stakeholder, to }) => ({ stakeholder, to }))).toEqual(verdict.temptations);
          for (const concept of CONCEPTS) {
            expect(away.every(({ [concept]: sanctions }) => sanctions.length > 0)).toBe(verdict[concept]);
          }
          expect(temptations(game, prefers, stance, x)).toEqual(away);
        }
      }
    }),
    runs(300),
  );
});

it('names every sanction that some sequence of moves by the others leads to, and no other', () => {
  fc.assert(
    fc.property(conflicts, (conflict) => {
      const { game, prefers } = conflict;
      for (const stance of STANCES) {
        for (const { stakeholder: i, from, to, gmr, smr, seq } of temptations(game, prefers, stance)) {
          const deters = (z: number) => prefers.weakly(i, from, z, stance);
          const escapes = (z: number) =>
            movesOf(game).some((m) => m.mover === i && m.from === z && !deters(m.to));
          const anything = reached(conflict, i, to, () => true).filter(deters);
          expect(gmr).toEqual(anything);
          expect(smr).toEqual(anything.filter((z) => !escapes(z)));
          const willing = reached(conflict, i, to, (mover, a, b) => prefers.strictly(mover, b, a, stance));
          expect(seq).toEqual(willing.filter(deters));
        }
      }
    }),
    runs(100),
  );
});

/** Where sequences of the others' moves end, written out up to the length that reaches all that can be reached. */
function reached(
  { game }: Conflict,
  without: number,
  start: number,
  may: (mover: number, from: number, to: number) => boolean,
): number[] {
  const usable = movesOf(game).filter((m) => m.mover !== without && may(m.mover, m.from, m.to));
  let last = usable.filter(({ from }) => from === start);
  const all = new Set(last);
  for (let length = 1; length <= usable.length; length++) {
    last = usable.filter((m) => last.some((before) => before.to === m.from && before.mover !== m.mover));
    for (const move of last) all.add(move);
  }
  return [...new Set([...all].map(({ to }) => to))].sort((a, b) => a - b);
}
