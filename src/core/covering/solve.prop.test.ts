import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draw, drawn } from '../testing/draw';
import { REPRODUCE, runs } from '../testing/property-runs';
import { bothObjectives } from './both-objectives';
import { better, type Choice, type Cover, choice, type Objective } from './cover';
import type { CoverTree } from './cover-tree';
import { halves } from './halves';
import { Load } from './load';
import { solve } from './solve';

const OBJECTIVES: readonly Objective[] = ['shift', 'count'];

interface Problem {
  readonly cover: Cover;
  readonly tree: CoverTree;
  readonly available: readonly number[];
}

/** A tree over `size` candidates; needs are within reach of about half of them, sometimes of none. */
function anyTree(draw: Draw, size: number, totals: readonly number[], depth: number): CoverTree {
  const kinds = ['weight', 'weight', 'count', 'all', 'any'] as const;
  const kind = draw.from(depth === 0 ? kinds : ([...kinds, 'allOf', 'allOf', 'anyOf'] as const));
  const some = () => Array.from({ length: size }, (_, k) => k).filter(() => draw.integer(0, 3) === 0);
  switch (kind) {
    case 'weight': {
      const dimension = draw.integer(0, totals.length - 1);
      return { kind, dimension, need: draw.integer(1, Math.max(1, totals[dimension]!)) };
    }
    case 'count':
      return { kind, need: draw.integer(1, size) };
    case 'all':
    case 'any': {
      const elements = some();
      return { kind, elements: elements.length > 0 ? elements : [0] };
    }
    case 'allOf':
    case 'anyOf':
      return {
        kind,
        nodes: Array.from({ length: draw.integer(2, 3) }, () => anyTree(draw, size, totals, depth - 1)),
      };
  }
}

function problems(least: number, most: number): fc.Arbitrary<Problem> {
  return drawn((draw) => {
    const size = draw.integer(least, most);
    const largest = draw.from([3, 50, 1_000_000]);
    // Of whole points, say, with a hundredth each: bounds are raised to what such costs can sum to.
    const step = draw.from([1, 2, 100]);
    const rest = draw.integer(0, step - 1);
    const costs = Float64Array.from(
      { length: size },
      () => rest + step * draw.integer(0, Math.ceil(largest / step)),
    ).sort();
    const weights = [0, 1].map(() => Float64Array.from({ length: size }, () => draw.integer(0, largest)));
    const totals = weights.map((weight) => weight.reduce((sum, each) => sum + each, 0));
    const cover = { costs, weights, rounding: 0, compare: () => 0 };
    return {
      cover,
      tree: anyTree(draw, size, totals, 2),
      available: Array.from({ length: size }, (_, k) => k),
    };
  });
}

/** Every subset. */
function exhaustive({ cover, tree, available }: Problem, objective: Objective): Choice | null {
  let best: Choice | null = null;
  for (let mask = 0; mask < 2 ** available.length; mask++) {
    const chosen = available.filter((_, k) => (mask >> k) % 2 === 1);
    if (!holds(cover, tree, chosen)) continue;
    const found = choice(cover, chosen, true);
    if (better(cover, objective, found, best)) best = found;
  }
  return best;
}

function holds(cover: Cover, tree: CoverTree, chosen: readonly number[]): boolean {
  const load = new Load(cover.costs.length, cover.weights);
  for (const candidate of chosen) load.add(candidate);
  return load.satisfies(tree);
}

const value = (found: Choice | null) =>
  found === null ? null : { shift: found.shift, count: found.chosen.length, proven: found.proven };

describe(`a covering problem (${REPRODUCE})`, { timeout: 300_000 }, () => {
  it('with few candidates is always solved, to the value of the best of all subsets', () => {
    fc.assert(
      fc.property(problems(1, 9), fc.constantFrom(...OBJECTIVES), (problem, objective) => {
        const { cover, tree, available } = problem;
        const found = solve(cover, tree, available, objective, { left: 10_000 });
        expect(value(found)).toEqual(value(exhaustive(problem, objective)));
        if (found !== null) expect(holds(cover, tree, found.chosen)).toBe(true);
      }),
      runs(1500),
    );
  });

  it('is solved by halves when the budget is gone, to the same value', () => {
    fc.assert(
      fc.property(problems(1, 9), fc.constantFrom(...OBJECTIVES), (problem, objective) => {
        const { cover, tree, available } = problem;
        const found = solve(cover, tree, available, objective, { left: 2 });
        expect(value(found)).toEqual(value(exhaustive(problem, objective)));
        expect(value(halves(cover, tree, available, objective))).toEqual(
          value(exhaustive(problem, objective)),
        );
      }),
      runs(500),
    );
  });

  it('with more candidates than that has a sound answer, the same each time, better with more budget', () => {
    fc.assert(
      fc.property(problems(25, 40), fc.constantFrom(...OBJECTIVES), (problem, objective) => {
        const { cover, tree, available } = problem;
        const once = solve(cover, tree, available, objective, { left: 300 });
        expect(solve(cover, tree, available, objective, { left: 300 })).toEqual(once);
        if (once === null) return expect(holds(cover, tree, available)).toBe(false);
        expect(holds(cover, tree, once.chosen)).toBe(true);
        expect(once.shift).toBe(once.chosen.reduce((sum, each) => sum + cover.costs[each]!, 0));
        const more = solve(cover, tree, available, objective, { left: 5000 });
        if (more === null) throw new Error('more budget found nothing');
        expect(better(cover, objective, once, more)).toBe(false);
        if (once.proven) expect(better(cover, objective, more, once)).toBe(false);
      }),
      runs(300),
    );
  });

  it('asked by both measures answers neither worse than the other, and proves no answer by standing in for it', () => {
    let stoodIn = 0;
    fc.assert(
      fc.property(problems(25, 40), fc.constantFrom(2, 30, 300), ({ cover, tree, available }, steps) => {
        const both = bothObjectives(cover, tree, available, steps);
        for (const objective of OBJECTIVES) {
          const own = solve(cover, tree, available, objective, { left: steps });
          const told = both[objective];
          const [shift, count] = [both.shift, both.count];
          if (own === null || told === null || shift === null || count === null) {
            expect([own, shift, count]).toEqual([null, null, null]);
            return;
          }
          expect(told.proven).toBe(own.proven);
          expect(better(cover, objective, own, told)).toBe(false);
          expect(better(cover, objective, objective === 'shift' ? count : shift, told)).toBe(false);
          if (better(cover, objective, told, own)) stoodIn += 1;
        }
      }),
      runs(300),
    );
    expect(stoodIn).toBeGreaterThan(0);
  });
});
