import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { STANCES } from '../model';
import { Scores, UNDEFINED } from '../scores';
import { type Draw, drawn } from '../testing/draw';
import { REPRODUCE, runs } from '../testing/property-runs';
import { PairTallies } from './pair-tallies';
import { plainKernel } from './plain-kernel';
import { simdKernel } from './simd-kernel';
import { TallyCounter } from './tally-counter';
import { tallyWork } from './tally-work';

/** More profiles than a word has bits. Of few different scores, or of as many as there are. */
function manyProfiles(draw: Draw) {
  const m = draw.from([31, 32, 33, 63, 64]);
  const n = draw.from([1, 33, 70]);
  const scores = new Scores(new Array<null>(n).fill(null), m);
  const top = draw.from([3, 10_000]);
  for (let i = 0; i < n; i++) {
    if (draw.integer(0, 9) === 0) continue;
    scores.silent[i] = 0;
    scores.denominator[i] = draw.from([1, 1, 3]);
    for (let at = i * m; at < (i + 1) * m; at++) {
      const ends = [draw.integer(0, top), draw.integer(0, top), draw.integer(0, top)];
      const [low = 0, best = 0, high = 0] = ends.sort((a, b) => a - b);
      // A profile that is left out may be worth anything (aggregation.md §1).
      const out = draw.integer(0, 49) === 0;
      scores.low[at] = out ? 0 : low;
      scores.best[at] = out ? UNDEFINED : best;
      scores.high[at] = out ? 10_000 * scores.denominator[i]! : high;
    }
  }
  const weights = Array.from({ length: n }, () => [draw.integer(0, 1e9), draw.integer(0, 2)]);
  return { m, scores, weights };
}

function read(tallies: PairTallies, m: number) {
  const profiles = Array.from({ length: m }, (_, x) => x);
  return profiles.map((x) =>
    profiles.map((y) => [
      tallies.against(x, y),
      STANCES.map((stance) => [
        tallies.members(x, y, stance),
        tallies.weight(x, y, stance, 0),
        tallies.weight(x, y, stance, 1),
      ]),
    ]),
  );
}

it(`of up to 64 profiles are by either kernel what they are row by row (${REPRODUCE})`, {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(drawn(manyProfiles), ({ m, scores, weights }) => {
      const rows = new PairTallies(m, 2);
      for (const [i, own] of weights.entries()) rows.apply(scores, i, own, 1);
      const expected = read(rows, m);
      for (const kernel of [simdKernel, plainKernel]) {
        const work = tallyWork(scores, 2, (i) => weights[i]!);
        const counter = new TallyCounter(work, (profiles, dimensions) => {
          const made = kernel(profiles, dimensions);
          if (made === null) throw new Error('this engine has no WebAssembly SIMD to be tested');
          return made;
        });
        counter.count(0, weights.length);
        const tallies = new PairTallies(m, 2);
        tallies.take(counter.counted());
        expect(read(tallies, m)).toEqual(expected);
      }
    }),
    runs(20),
  );
});
