import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { small } from '../examples/small';
import { frame } from '../frame';
import { drawn } from '../testing/draw';
import { REPRODUCE, runs } from '../testing/property-runs';
import { canonical, coverOf } from './candidates';
import { firstSet } from './first-set';

const problems = drawn((draw) => {
  const n = draw.integer(1, 12);
  // Few different weights, so that many are as valuable as others.
  const weights = Array.from({ length: n }, () => draw.integer(0, 4));
  const candidates = weights.map((_, stakeholder) => ({
    stakeholder,
    shift: draw.integer(0, 3),
    denominator: 1,
  }));
  const total = weights.reduce((sum, each) => sum + each, 0);
  return { weights, candidates, weight: draw.integer(1, total + 1), count: draw.integer(1, n + 1) };
});

it(`takes the most valuable by sorting them, and then lets the dearest go that are not needed (${REPRODUCE})`, () => {
  fc.assert(
    fc.property(problems, ({ weights, candidates, weight, count }) => {
      const fixed = frame(small(weights, []));
      const ordered = canonical(fixed, candidates);
      const cover = coverOf(fixed, ordered);
      const ones = new Float64Array(ordered.length).fill(1);
      const resources = [
        { load: cover.weights[0]!, need: weight },
        { load: ones, need: count },
      ];
      const meets = (chosen: readonly number[]) =>
        resources.every(({ load, need }) => chosen.reduce((sum, k) => sum + load[k]!, 0) >= need);
      const value = (k: number) =>
        resources.reduce((sum, { load, need }) => sum + Math.min(1, load[k]! / need), 0);
      const sorted = ordered.map((_, k) => k).sort((a, b) => value(b) - value(a) || a - b);
      const found = firstSet(
        cover,
        resources,
        ordered.map((_, k) => k),
      );
      if (!meets(sorted)) {
        expect(found).toBeNull();
        return;
      }
      let chosen: number[] = [];
      for (const k of sorted) if (!meets(chosen)) chosen.push(k);
      for (const k of chosen.toSorted((a, b) => b - a)) {
        const others = chosen.filter((other) => other !== k);
        if (meets(others)) chosen = others;
      }
      expect(found?.chosen).toEqual(chosen.toSorted((a, b) => a - b));
    }),
    runs(1000),
  );
});
