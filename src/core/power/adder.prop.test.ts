import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawn } from '../testing/draw';
import { REPRODUCE, runs } from '../testing/property-runs';
import { type Adder, plainAdder, simdAdder } from './adder';
import { sizeOf } from './box';
import { countSets, type Questions } from './leave-one-out';

/** The largest prime below 2⁴³. */
const PRIME = 8_796_093_022_151;

function adders(length: number): readonly [plain: Adder, simd: Adder] {
  const simd = simdAdder(length);
  if (simd === null) throw new Error('this engine has no WebAssembly SIMD to be tested');
  return [plainAdder(length), simd];
}

it(`adds and reduces in SIMD as in JavaScript, overlapping or not (${REPRODUCE})`, () => {
  const cases = drawn((draw) => {
    const length = draw.integer(1, 40);
    return {
      start: Array.from({ length }, () => draw.integer(0, PRIME - 1)),
      steps: Array.from({ length: draw.integer(1, 12) }, () => {
        const target = draw.integer(0, length - 1);
        const source = draw.integer(0, target);
        return { target, source, count: draw.integer(0, length - target) };
      }),
    };
  });
  fc.assert(
    fc.property(cases, ({ start, steps }) => {
      const both = adders(start.length);
      for (const adder of both) {
        adder.values.set(start);
        for (const { target, source, count } of steps) {
          adder.add(target, source, count);
          adder.reduce(target, count, PRIME);
        }
        adder.reduce(0, start.length, PRIME);
      }
      expect(both[1].values).toEqual(both[0].values);
      expect(both[0].values.every((value) => value >= 0 && value < PRIME)).toBe(true);
    }),
    runs(300),
  );
});

/** How many sets of the players (but one) keep the bounds, by looking at each set. */
function obvious({ movers, bySize, all, without }: Questions): number[] {
  const players = movers.flatMap(({ counted, players }) =>
    new Array<readonly number[]>(players).fill(counted),
  );
  const answer = (some: readonly (readonly number[])[], bounds: readonly number[]) => {
    const counts = new Array<number>(bySize ? some.length + 1 : 1).fill(0);
    for (let set = 0; set < 2 ** some.length; set++) {
      const inside = some.filter((_, k) => (set >> k) % 2 === 1);
      const keeps = bounds.every((bound, c) => inside.reduce((sum, v) => sum + v[c]!, 0) <= bound);
      if (keeps) counts[bySize ? inside.length : 0]! += 1;
    }
    return counts;
  };
  return [
    ...all.flatMap((bounds) => answer(players, bounds)),
    ...movers.flatMap(({ counted }, t) => {
      const one = players.indexOf(counted);
      return (without[t] ?? []).flatMap((bounds) => answer(players.toSpliced(one, 1), bounds));
    }),
  ];
}

it(`counts the same sets by either, as looking at each does, in whatever order they weigh (${REPRODUCE})`, () => {
  const cases = drawn((draw): Questions => {
    const coordinates = draw.integer(1, 2);
    const movers = Array.from({ length: draw.integer(1, 4) }, () => ({
      counted: Array.from({ length: coordinates }, () => draw.integer(0, 6)),
      uncounted: new Array<number>(coordinates).fill(0),
      players: draw.integer(1, 3),
    }));
    const extents = Array.from({ length: coordinates }, () => draw.integer(1, 20));
    const bounds = () => extents.map((extent) => draw.integer(-1, extent - 1));
    return {
      movers,
      extents,
      bySize: draw.integer(0, 1) === 1,
      all: [bounds()],
      without: movers.map(() => [bounds()]),
    };
  });
  fc.assert(
    fc.property(cases, fc.constantFrom(0, PRIME), (questions, modulus) => {
      const { movers, extents, bySize } = questions;
      const players = movers.reduce((sum, each) => sum + each.players, 0);
      const expected = Float64Array.from(obvious(questions));
      for (const adder of adders(sizeOf(extents, players, bySize))) {
        expect(countSets(questions, modulus, adder)).toEqual(expected);
        // What the last count left there does not matter to the next.
        expect(countSets(questions, modulus, adder)).toEqual(expected);
      }
    }),
    runs(300),
  );
});
