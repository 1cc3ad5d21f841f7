import type * as fc from 'fast-check';
import type { Negotiation, Stance } from '../model';
import type { Prefers } from '../stability';
import { type Draw, drawn } from './draw';

export interface Conflict {
  readonly game: Pick<Negotiation, 'stakeholders' | 'profiles' | 'moves'>;
  readonly prefers: Prefers;
}

/** Intervals on a short scale, so that ties and overlaps are common; a few bests are undefined. */
function preferences(draw: Draw, n: number, m: number): Prefers {
  const scores = draw.list(n, () =>
    draw.list(m, () => {
      const low = draw.integer(0, 4);
      const high = low + draw.integer(0, 2);
      return { low, best: draw.onceIn(5) ? null : draw.integer(low, high), high };
    }),
  );
  const compare = (i: number, x: number, y: number, s: Stance, wins: (a: number, b: number) => boolean) => {
    const [a, b] = [scores[i]![x]!, scores[i]![y]!];
    if (s === 'possible') return wins(a.high, b.low);
    const surely = wins(a.low, b.high);
    return surely || (s === 'expected' && a.best !== null && b.best !== null && wins(a.best, b.best));
  };
  return {
    strictly: (i, x, y, s) => x !== y && compare(i, x, y, s, (a, b) => a > b),
    weakly: (i, x, y, s) => x === y || compare(i, x, y, s, (a, b) => a >= b),
  };
}

export const conflicts: fc.Arbitrary<Conflict> = drawn((draw) => {
  const n = draw.integer(1, 7);
  const m = draw.integer(2, 6);
  const named = draw.integer(1, Math.min(n, 3));
  const listed = draw.onceIn(2);
  const profiles = draw.list(m, (x) => ({
    id: `x${x}`,
    isDefault: x === 0,
    adoptable: true,
    relies: [],
    needs: null,
    strategies: new Map(
      draw
        .list(draw.onceIn(8) ? 0 : named, (i) => [i, draw.from(['go', 'stop'])] as const)
        .filter(() => draw.butOnceIn(20)),
    ),
  }));
  const every = Array.from({ length: n * m * m }, (_, k) => ({
    stakeholder: k % n,
    from: Math.floor(k / n) % m,
    to: Math.floor(k / n / m),
  })).filter(({ from, to }) => from !== to);
  return {
    game: {
      stakeholders: draw.list(n, (i) => ({ id: `s${i}`, weights: [] })),
      profiles,
      moves: listed ? draw.few(every, draw.integer(2, 12)) : null,
    },
    prefers: preferences(draw, n, m),
  };
});
