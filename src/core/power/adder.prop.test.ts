import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawn } from '../testing/draw';
import { REPRODUCE, runs } from '../testing/property-runs';
import { type Adder, plainAdder, simdAdder } from './adder';
import { type Answers, cellsOf, countSets, type Questions } from './leave-one-out';

/** The largest prime below 2³¹. */
const PRIME = 2_147_483_647;

function adders(length: number): readonly [plain: Adder, simd: Adder] {
  const simd = simdAdder(length);
  if (simd === null) throw new Error('this engine has no WebAssembly SIMD to be tested');
  return [plainAdder(new Int32Array(length)), simd];
}

it(`adds and accumulates in SIMD as in JavaScript, overlapping or not, and stays below the modulus (${REPRODUCE})`, () => {
  const cases = drawn((draw) => {
    const length = draw.integer(1, 80);
    return {
      start: Array.from({ length }, () => PRIME - 1 - draw.integer(0, draw.from([3, PRIME - 1]))),
      steps: Array.from({ length: draw.integer(1, 12) }, () => {
        const target = draw.integer(0, length - 1);
        const source = draw.integer(0, target);
        return { sums: draw.onceIn(4), target, source, count: draw.integer(0, length - target) };
      }),
    };
  });
  fc.assert(
    fc.property(cases, ({ start, steps }) => {
      const both = adders(start.length);
      for (const adder of both) {
        adder.values.set(start);
        for (const { sums, target, source, count } of steps) {
          if (sums) adder.accumulate(target, count, PRIME);
          else adder.add(target, source, count, PRIME);
        }
      }
      const expected = start.map(BigInt);
      for (const { sums, target, source, count } of steps) {
        const before = expected.slice();
        for (let k = 0; k < count; k++) {
          const added = sums ? before.slice(target, target + k) : [before[source + k]!];
          expected[target + k] = added.reduce((a, b) => a + b, before[target + k]!) % BigInt(PRIME);
        }
      }
      for (const { values } of both) expect([...values]).toEqual(expected.map(Number));
    }),
    runs(300),
  );
});

/** How many sets of the players (but one) keep the bounds, by looking at each set. */
function obvious({ movers, bySize, all, bounds }: Questions): Answers {
  const players = movers.flatMap(({ counted, players }) =>
    new Array<readonly number[]>(players).fill(counted),
  );
  const answer = (some: readonly (readonly number[])[], most: readonly number[]) => {
    const counts = new Int32Array(bySize ? some.length + 1 : 1);
    for (let set = 0; set < 2 ** some.length; set++) {
      const inside = some.filter((_, k) => (set >> k) % 2 === 1);
      const keeps = most.every((bound, c) => inside.reduce((sum, v) => sum + v[c]!, 0) <= bound);
      if (keeps) counts[bySize ? inside.length : 0]! += 1;
    }
    return counts;
  };
  return {
    all: all ? bounds.map((most) => answer(players, most)) : [],
    without: movers.map(({ counted }) => {
      const others = players.toSpliced(players.indexOf(counted), 1);
      return bounds.map((most) => ({
        counted: answer(
          others,
          most.map((bound, c) => bound - counted[c]!),
        ),
        uncounted: answer(others, most),
      }));
    }),
  };
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
    return {
      movers,
      extents,
      bySize: draw.integer(0, 1) === 1,
      bounds: Array.from({ length: draw.integer(1, 2) }, () =>
        extents.map((extent) => draw.integer(0, extent - 1)),
      ),
      all: draw.integer(0, 1) === 1,
    };
  });
  fc.assert(
    fc.property(cases, (questions) => {
      const expected = obvious(questions);
      for (const adder of adders(cellsOf(questions))) {
        expect(countSets(questions, PRIME, adder)).toEqual(expected);
        // What the last count left there does not matter to the next.
        expect(countSets(questions, PRIME, adder)).toEqual(expected);
      }
    }),
    runs(300),
  );
});
