import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawn } from '../testing/draw';
import { REPRODUCE, runs } from '../testing/property-runs';
import { cutAt } from './cut';

/** Few different keys and loads, so that the cut often falls among equals. */
const problems = drawn((draw) => {
  const n = draw.integer(0, 40);
  const [keys, loads] = [draw.integer(1, 12), draw.integer(1, 12)];
  const load = Float64Array.from({ length: n }, () => draw.integer(0, loads));
  return {
    key: Float64Array.from({ length: n }, () => draw.integer(-keys, keys) / 3),
    load,
    need: draw.integer(0, 1 + load.reduce((sum, each) => sum + each, 0)),
  };
});

it(`cuts where sorting and adding up does (${REPRODUCE})`, () => {
  fc.assert(
    fc.property(problems, ({ key, load, need }) => {
      const sorted = [...key.keys()].sort((a, b) => key[a]! - key[b]! || load[b]! - load[a]! || a - b);
      const sumOf = (some: readonly number[]) => some.reduce((sum, k) => sum + load[k]!, 0);
      const last = sorted.findIndex((_, k) => sumOf(sorted.slice(0, k + 1)) >= need);
      const cut = cutAt(key, load, need);
      if (need === 0 || last < 0) {
        expect(cut).toBeNull();
        return;
      }
      expect(cut?.last).toBe(last);
      expect(cut?.order[last]).toBe(sorted[last]);
      expect(cut?.before).toBe(sumOf(sorted.slice(0, last)));
      expect([...(cut?.order.slice(0, last) ?? [])].sort((a, b) => a - b)).toEqual(
        sorted.slice(0, last).sort((a, b) => a - b),
      );
    }),
    runs(1500),
  );
});
