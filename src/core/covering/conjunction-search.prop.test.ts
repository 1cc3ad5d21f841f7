import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawn } from '../testing/draw';
import { REPRODUCE, runs } from '../testing/property-runs';
import { type Conjunction, ConjunctionSearch, endsAtOnce, type Goal } from './conjunction-search';
import { surrogate } from './surrogate';

/** One resource or two, all costs alike or not, any number allowed to join, and a set to beat. */
const searches = drawn((draw) => {
  const n = draw.integer(1, 14);
  const candidates = Array.from({ length: n }, (_, candidate) => candidate);
  const dearest = draw.from([0, 3, 900]);
  const costs = Float64Array.from({ length: n }, () => draw.integer(0, dearest)).sort();
  const heaviest = draw.from([2, 40]);
  const resources = Array.from({ length: draw.integer(1, 2) }, () => {
    const load = Float64Array.from({ length: n }, () => draw.integer(1, heaviest));
    return { load, need: draw.integer(1, load.reduce((sum, each) => sum + each, 0) + draw.integer(0, 1)) };
  });
  const cap = draw.onceIn(2) ? n : draw.integer(1, n);
  const cover = { weights: [], costs, rounding: 0, compare: () => 0 };
  const feasible = resources.every(({ load, need }) => load.reduce((sum, each) => sum + each, 0) >= need);
  const conjunction: Conjunction = {
    candidates,
    costs,
    resources,
    surrogate: surrogate(cover, resources, candidates, costs, feasible ? cap : n),
    lattice: { step: 1, rest: 0 },
  };
  return { conjunction, cap, best: { cost: draw.integer(0, 40), count: draw.integer(0, n) } };
});

it(`ends at once where the search would in its first step, with nothing offered (${REPRODUCE})`, () => {
  const ends = { atOnce: 0, later: 0 };
  fc.assert(
    fc.property(searches, ({ conjunction, cap, best }) => {
      let offered = 0;
      const goal: Goal = {
        cap,
        hopeless: (cost, count) => cost > best.cost || (cost === best.cost && count >= best.count),
        offer: () => {
          offered++;
        },
      };
      const atOnce = endsAtOnce(conjunction, goal);
      expect(offered).toBe(0);
      const budget = { left: 1 };
      const searched = new ConjunctionSearch(conjunction, goal, budget).run();
      expect(atOnce).toBe(searched && offered === 0 && budget.left === 0);
      if (atOnce) ends.atOnce++;
      else ends.later++;
    }),
    runs(1000),
  );
  expect(Math.min(ends.atOnce, ends.later)).toBeGreaterThan(100);
});
