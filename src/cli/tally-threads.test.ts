import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleProgram } from '../../scripts/bundle-program.mjs';

const folder = mkdtempSync(join(tmpdir(), 'parley-tally-'));

/** A thread is started from a file, so it is tried as it ships: bundled. */
const PROGRAM = `
import { isDeepStrictEqual } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { countInThreads } from '@/cli/tally-threads';
import { Scores } from '@/core/scores';
import { countHere, TallyCounter } from '@/core/tally/tally-counter';
import { tallyWork } from '@/core/tally/tally-work';

const PROFILES = 24;

/** A third silent, a third with weighted criteria, a third lacking some best scores. */
function scoresOf(n) {
  const scores = new Scores(new Array(n).fill(null), PROFILES);
  for (let i = 0; i < n; i++) {
    scores.silent[i] = i % 3 === 0 ? 1 : 0;
    scores.denominator[i] = i % 3 === 1 ? 7 : 1;
    for (let at = i * PROFILES; i % 3 > 0 && at < (i + 1) * PROFILES; at++) {
      const low = (at * 7919) % 4001;
      scores.low[at] = low;
      scores.best[at] = at % 97 === 0 ? -1 : low + (at % 11);
      scores.high[at] = low + (at % 31);
    }
  }
  return scores;
}

/** How many the main thread counts itself. */
let here = 0;
const { count } = TallyCounter.prototype;
TallyCounter.prototype.count = function (from, to) {
  if (isMainThread) here += to - from;
  return count.call(this, from, to);
};

function attempt(n) {
  const work = tallyWork(scoresOf(n), 2, (i) => [i % 50, i % 3]);
  here = 0;
  const counted = countInThreads(2, 0)(work);
  const others = n - here;
  return { others, equal: isDeepStrictEqual(counted, countHere(work)) };
}

if (isMainThread) {
  let large = attempt(60_000);
  for (let n = 120_000; large.others === 0 && n < 4_000_000; n *= 2) large = attempt(n);
  process.stdout.write(JSON.stringify({ large, small: attempt(100) }));
}
`;

beforeAll(() => bundleProgram(PROGRAM, join(folder, 'program.mjs')), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('threads count some of it, and together what one counts alone', { timeout: 120_000 }, () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'program.mjs')], {
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  const { large, small } = JSON.parse(stdout);
  expect(large.others).toBeGreaterThan(0);
  expect(large.equal).toBe(true);
  expect(small).toEqual({ others: 0, equal: true });
});
