import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { small } from '../examples/small';
import { frame } from '../frame';
import { compare, type Rational } from '../rational';
import { type Draw, drawn } from '../testing/draw';
import { REPRODUCE, runs } from '../testing/property-runs';
import { type Candidate, canonical, coverOf, totalShift } from './candidates';
import type { Objective } from './cover';
import type { CoverTree } from './cover-tree';
import { solve } from './solve';

/** Denominators without a common one below 2³⁶, and pairs of them in which the same shift can be written. */
const DENOMINATORS = [15_991, 15_973, 15_971, 7919, 15_838, 1, 2, 16_000];

function candidate(draw: Draw, stakeholder: number): Candidate {
  const denominator = draw.from(DENOMINATORS);
  // Often half a hundredth or so, whatever the denominator: equal or nearly equal shifts.
  const shift =
    draw.integer(0, 1) === 0
      ? Math.ceil(denominator / 2) + draw.integer(0, 1)
      : draw.integer(1, 20_000 * denominator);
  return { stakeholder, shift, denominator };
}

const problems = drawn((draw) => {
  const n = draw.integer(4, 9);
  const candidates = Array.from({ length: n }, (_, i) => candidate(draw, i));
  // These two make sure that no common denominator fits.
  const extreme = [
    { stakeholder: n, shift: 15_991, denominator: 15_991 },
    { stakeholder: n + 1, shift: 15_973, denominator: 15_973 },
    { stakeholder: n + 2, shift: 15_971, denominator: 15_971 },
  ];
  const weights = Array.from({ length: n + 3 }, () => draw.integer(0, 5));
  const total = weights.reduce((sum, each) => sum + each, 0);
  const need = draw.integer(1, Math.max(1, total));
  return { candidates: [...candidates, ...extreme], weights, need };
});

interface Best {
  readonly shift: Rational;
  readonly count: number;
}

/** The best of all subsets, by exact fractions. */
function exhaustive(
  candidates: readonly Candidate[],
  reaches: (chosen: readonly number[]) => boolean,
  objective: Objective,
): Best | null {
  let best: Best | null = null;
  for (let mask = 0; mask < 2 ** candidates.length; mask++) {
    const chosen = candidates.flatMap((_, k) => ((mask >> k) % 2 === 1 ? [k] : []));
    if (!reaches(chosen)) continue;
    const found = { shift: totalShift(candidates, chosen), count: chosen.length };
    const shift: number = best === null ? -1 : compare(found.shift, best.shift);
    const count: number = best === null ? -1 : found.count - best.count;
    if ((objective === 'shift' ? shift || count : count || shift) < 0) best = found;
  }
  return best;
}

it(`compares shifts exactly that no common denominator holds (${REPRODUCE})`, { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(problems, fc.constantFrom<Objective>('shift', 'count'), (problem, objective) => {
      const fixed = frame(small(problem.weights, []));
      const candidates = canonical(fixed, problem.candidates);
      const cover = coverOf(fixed, candidates);
      expect(cover.rounding).toBeGreaterThan(0);
      const tree: CoverTree = { kind: 'weight', dimension: 0, need: problem.need };
      const reaches = (chosen: readonly number[]) =>
        chosen.reduce((sum, k) => sum + problem.weights[candidates[k]!.stakeholder]!, 0) >= problem.need;
      const best = exhaustive(candidates, reaches, objective);
      const all = candidates.map((_, k) => k);
      for (const left of [10_000, 2]) {
        const found = solve(cover, tree, all, objective, { left });
        const value =
          found === null ? null : { shift: totalShift(candidates, found.chosen), count: found.chosen.length };
        expect(value).toEqual(best);
        if (found !== null) expect(found.proven).toBe(true);
      }
    }),
    runs(40),
  );
});

it(`puts candidates in the order of their shifts, then weights, then ids (${REPRODUCE})`, () => {
  const unordered = drawn((draw) => {
    const n = draw.integer(1, 9);
    const denominators = draw.integer(0, 1) === 0 ? [1] : [1, 2, 3];
    // Equal ones, and such as differ in high digits, low ones or both.
    const least = draw.from([0, 160_000_000]);
    const shifts = draw.from([
      [least],
      [0, 1, 2, 3, 4],
      [7, 256, 263, 65_536, 65_543, 16_777_216, 160_000_001],
    ]);
    return {
      weights: Array.from({ length: n }, () => draw.integer(0, 2)),
      candidates: Array.from({ length: n }, (_, stakeholder) => ({
        stakeholder,
        shift: draw.from(shifts),
        denominator: draw.from(denominators),
      })),
    };
  });
  fc.assert(
    fc.property(unordered, ({ weights, candidates }) => {
      const fixed = frame(small(weights, []));
      const sorted = [...candidates].sort(
        (a, b) =>
          a.shift / a.denominator - b.shift / b.denominator ||
          weights[b.stakeholder]! - weights[a.stakeholder]! ||
          (fixed.stakeholders[a.stakeholder]!.id < fixed.stakeholders[b.stakeholder]!.id ? -1 : 1),
      );
      expect(canonical(fixed, candidates)).toEqual(sorted);
    }),
    runs(500),
  );
});
