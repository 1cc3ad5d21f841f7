import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleProgram } from '../../../scripts/bundle-program.mjs';

const folder = mkdtempSync(join(tmpdir(), 'parley-give-way-'));

const PROGRAM = `
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { giveWay } from '@/server/process/give-way';

giveWay();
if (isMainThread) {
  const [thread] = await once(new Worker(new URL(import.meta.url)), 'message');
  process.stdout.write(JSON.stringify({ thread, main: getPriority() }));
} else parentPort.postMessage(getPriority());
`;

beforeAll(() => bundleProgram(PROGRAM, join(folder, 'program.mjs')), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.runIf(process.platform === 'linux')('a thread gives way, and the one that answers does not', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'program.mjs')], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const { thread, main } = JSON.parse(stdout);
  expect(thread).toBeGreaterThan(main);
});
