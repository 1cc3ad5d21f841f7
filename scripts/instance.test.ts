import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeInstance } from './instance.mjs';
import { processIdentity } from './process-identity.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-instance-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const running = () => join(folder, 'running.json');
const sleeper = () => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });

test('a second start on the same data is refused, and may follow once the first has ended', async () => {
  const first = await takeInstance(folder);
  await expect(takeInstance(folder, 300)).rejects.toThrow(
    `Parley already runs on ${folder} (process ${process.pid})`,
  );
  first.release();
  (await takeInstance(folder)).release();
});

test('a number that now belongs to another process does not hold the data', async () => {
  writeFileSync(
    running(),
    JSON.stringify({ start: { pid: process.pid, identity: 'another time' }, server: null }),
  );
  (await takeInstance(folder)).release();
});

test('the server of a killed start is ended before the next one begins', async () => {
  const left = sleeper();
  const server = { pid: left.pid, identity: processIdentity(left.pid) };
  writeFileSync(running(), JSON.stringify({ start: { pid: 2 ** 22 + 1, identity: 'gone' }, server }));
  const gone = once(left, 'exit');
  const instance = await takeInstance(folder);
  await gone;
  expect(left.signalCode).toBe('SIGTERM');
  instance.holdServer(process.pid);
  expect(JSON.parse(readFileSync(running(), 'utf8')).server.pid).toBe(process.pid);
  instance.release();
});
