import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { STANCES, type Stance } from '../model';
import { type StabilityVerdict, stability } from '../stability';
import { type Conflict, conflicts } from '../testing/arbitrary-conflict';
import { runs } from '../testing/property-runs';
import { movesOf } from './moves';

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

/** The table of §6 by sequences of moves written out up to the length that reaches all that can be reached. */
function slow({ game, prefers }: Conflict, x: number, s: Stance): StabilityVerdict {
  const dual = { necessary: 'possible', expected: 'expected', possible: 'necessary' } as const;
  const moves = movesOf(game);
  const own = (i: number, from: number) =>
    moves.filter((m) => m.mover === i && m.from === from).map((m) => m.to);
  if (!moves.some(({ from, to }) => from === x || to === x)) {
    return { nash: null, gmr: null, smr: null, seq: null, temptations: [] };
  }
  const reach = (i: number, y: number, credible: boolean): number[] => {
    const usable = moves.filter(
      (m) => m.mover !== i && (!credible || prefers.strictly(m.mover, m.to, m.from, s)),
    );
    let ends = usable.filter(({ from }) => from === y);
    const all = new Set(ends);
    for (let length = 1; length <= usable.length; length++) {
      ends = usable.filter((m) => ends.some((e) => e.to === m.from && e.mover !== m.mover));
      for (const m of ends) all.add(m);
    }
    return [...new Set([...all].map(({ to }) => to))];
  };
  const temptations = moves
    .filter((m) => m.from === x && prefers.strictly(m.mover, m.to, x, dual[s]))
    .map((m) => ({ stakeholder: m.mover, to: m.to }));
  const stable = (credible: boolean, symmetric: boolean): boolean =>
    temptations.every(({ stakeholder: i, to: y }) =>
      reach(i, y, credible).some(
        (z) =>
          prefers.weakly(i, x, z, s) && (!symmetric || own(i, z).every((w) => prefers.weakly(i, x, w, s))),
      ),
    );
  return {
    nash: temptations.length === 0,
    gmr: stable(false, false),
    smr: stable(false, true),
    seq: stable(true, false),
    temptations,
  };
}

describe('stability', () => {
  it('is what following every sequence of moves says', () => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        for (const [x, verdict] of stability(conflict.game, conflict.prefers).entries()) {
          for (const s of STANCES) expect(verdict[s]).toEqual(slow(conflict, x, s));
        }
      }),
      runs(300),
    );
  });

  it('nash implies smr and seq, each of which implies gmr; each stance implies the next', () => {
    const implies = (a: boolean | null, b: boolean | null): boolean =>
      a === null ? b === null : !a || b === true;
    fc.assert(
      fc.property(conflicts, ({ game, prefers }) => {
        for (const verdict of stability(game, prefers)) {
          for (const s of STANCES) {
            const { nash, gmr, smr, seq } = verdict[s];
            expect([implies(nash, smr), implies(nash, seq), implies(smr, gmr), implies(seq, gmr)]).toEqual([
              true,
              true,
              true,
              true,
            ]);
          }
          for (const concept of ['nash', 'gmr', 'smr', 'seq'] as const) {
            expect(implies(verdict.necessary[concept], verdict.expected[concept])).toBe(true);
            expect(implies(verdict.expected[concept], verdict.possible[concept])).toBe(true);
          }
        }
      }),
      runs(400),
    );
  });

  it('does not hang on the order in which moves are listed', () => {
    fc.assert(
      fc.property(conflicts, ({ game, prefers }) => {
        const turned = { ...game, moves: game.moves?.toReversed() ?? null };
        expect(stability(turned, prefers)).toEqual(stability(game, prefers));
      }),
      runs(100),
    );
  });
});
