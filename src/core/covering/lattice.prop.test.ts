import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawn } from '../testing/draw';
import { REPRODUCE, runs } from '../testing/property-runs';
import { latticeOf, raised } from './lattice';

const cases = drawn((draw) => {
  const size = draw.integer(1, 8);
  const [step, rest] = [draw.from([1, 2, 5, 7, 100]), draw.integer(0, 100)];
  return {
    costs: Float64Array.from({ length: size }, () => rest + step * draw.integer(0, 6)).sort(),
    bound: draw.integer(0, 900),
    least: draw.integer(0, size),
  };
});

it(`raises a bound to no more than the least total that is not below it (${REPRODUCE})`, () => {
  fc.assert(
    fc.property(cases, ({ costs, bound, least }) => {
      const cover = { costs, weights: [], rounding: 0, compare: () => 0 };
      const candidates = [...costs.keys()];
      const lattice = latticeOf(cover, candidates);
      let next = Number.POSITIVE_INFINITY;
      for (let set = 0; set < 2 ** costs.length; set++) {
        const members = candidates.filter((candidate) => (set >> candidate) % 2 === 1);
        const total = members.reduce((sum, member) => sum + costs[member]!, 0);
        if (members.length >= least && total >= bound) next = Math.min(next, total);
      }
      const found = raised(lattice, bound, least, costs.length);
      expect(found).toBeGreaterThanOrEqual(bound);
      expect(found).toBeLessThanOrEqual(next);
    }),
    runs(2000),
  );
});

it('knows that whole points end in the number of members', () => {
  const cover = { costs: Float64Array.of(1, 101, 301, 701), weights: [], rounding: 0, compare: () => 0 };
  const lattice = latticeOf(cover, [0, 1, 2, 3]);
  expect(lattice).toEqual({ step: 100, rest: 1 });
  expect(raised(lattice, 350, 1, 4)).toBe(401);
  expect(raised(lattice, 403, 1, 4)).toBe(403);
  expect(raised(lattice, 405, 1, 4)).toBe(501);
});
