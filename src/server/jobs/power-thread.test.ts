import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleProgram } from '../../../scripts/bundle-program.mjs';

const folder = mkdtempSync(join(tmpdir(), 'parley-power-'));

/** A thread is started from a file, so it is tried as it ships: bundled. */
const PROGRAM = `
import { isMainThread } from 'node:worker_threads';
import { power } from '@/core/power/power';
import { PowerThread } from '@/server/jobs/power-thread';

const rule = { kind: 'quota', dimension: 0, share: { a: 1, b: 2 }, strict: true };
const players = Array.from({ length: 40 }, (_, i) => ({ id: 'p' + i, weights: [1 + (i * 37) % 500] }));
if (isMainThread) {
  const thread = new PowerThread();
  let turns = 0;
  const clock = setInterval(() => turns++, 1);
  const first = thread.compute(rule, players);
  const [one, other, failed] = await Promise.all([
    first,
    thread.compute({ ...rule, strict: false }, players),
    thread.compute({ kind: 'no such kind' }, players).catch((error) => error.message),
  ]);
  const free = turns > 0;
  await thread.stop();
  const again = await thread.compute(rule, players);
  process.stdout.write(JSON.stringify({ one, other, again, failed: typeof failed, free, here: power(rule, players) }));
  await thread.stop();
  clearInterval(clock);
}
`;

beforeAll(() => bundleProgram(PROGRAM, join(folder, 'program.mjs')), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('power is computed beside what else goes on, one asked after the other, and after a thread has ended', {
  timeout: 60_000,
}, () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'program.mjs')], {
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  const { one, other, again, failed, free, here } = JSON.parse(stdout);
  expect(here.method).toBe('exact');
  expect(one).toEqual(here);
  expect(again).toEqual(here);
  expect(other.stakeholders).toHaveLength(40);
  expect(failed).toBe('string');
  expect(free).toBe(true);
});
