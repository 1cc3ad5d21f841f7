import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.mjs';
import { freePort } from './free-port.mjs';
import { openPostgres } from './postgres.mjs';
import { answersTo } from './postgres-question.mjs';
import { ROOT } from './project.mjs';

const place = mkdtempSync(join(tmpdir(), 'parley-start-'));
chmodSync(place, 0o711);
const dataFolder = join(place, 'data');
const groups: number[] = [];
let port: number;

beforeAll(async () => {
  port = await freePort();
});

afterAll(async () => {
  for (const group of groups) {
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      // it has ended
    }
  }
  await (await openPostgres(openDataFolder(dataFolder))).stop();
  rmSync(place, { recursive: true, force: true });
});

interface Start {
  readonly child: ChildProcess;
  readonly group: number;
  readonly output: () => string;
}

/** `npm start` in a process group of its own, as a terminal does it, with the embedded database. */
function npmStart(variables: Readonly<Record<string, string>> = {}): Start {
  const env = {
    ...process.env,
    PARLEY_DATA: dataFolder,
    PORT: String(port),
    DATABASE_URL: '',
    PARLEY_DEMO: '',
    ...variables,
  };
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  }
  const group = child.pid ?? 0;
  groups.push(group);
  return { child, group, output: () => output };
}

async function untilItSays(start: Start, words: string): Promise<void> {
  while (!start.output().includes(words)) {
    if (start.child.exitCode !== null) throw new Error(`npm start ended:\n${start.output()}`);
    await sleep(50);
  }
}

/** npm and its shell end at the signal; what they started has a moment more. */
async function untilGone({ group }: Start): Promise<void> {
  for (;;) {
    try {
      process.kill(-group, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
}

test('Ctrl-C stops all of it; kill -9 of all of it is followed by a start that takes over', {
  // It installs and builds beside other tests.
  timeout: 900_000,
}, async () => {
  const first = npmStart();
  await untilItSays(first, 'stop with Ctrl-C');
  expect(first.output()).toContain('lab-aurora');
  const health = await fetch(`http://localhost:${port}/api/health`);
  expect(health.status).toBe(200);

  process.kill(-first.group, 'SIGINT');
  await untilGone(first);
  await expect(fetch(`http://localhost:${port}/api/health`)).rejects.toThrow();

  const second = npmStart();
  await untilItSays(second, 'stop with Ctrl-C');
  process.kill(-second.group, 'SIGKILL');
  await untilGone(second);

  const third = npmStart();
  await untilItSays(third, 'stop with Ctrl-C');
  expect(third.output()).toContain('took over the database that was still running');

  const refused = npmStart();
  await once(refused.child, 'exit');
  expect(refused.output()).toContain(`Parley already runs on ${dataFolder}`);

  process.kill(-third.group, 'SIGINT');
  await untilGone(third);
  expect(() => readFileSync(join(dataFolder, 'running.json'))).toThrow(/ENOENT/);
});

test('a port in use is one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const taken = typeof address === 'object' && address !== null ? address.port : 0;
  const start = npmStart({ PORT: String(taken), PARLEY_DATA: join(place, 'other') });
  await once(start.child, 'exit');
  other.close();
  expect(start.child.exitCode).toBe(1);
  expect(start.output().trim().split('\n').at(-1)).toBe(
    `Port ${taken} is in use by another program: stop it, or choose another with PORT=${taken + 1} npm start.`,
  );
});

test('a database that does not answer is one sentence', async () => {
  const nowhere = await freePort();
  const url = `postgresql://parley@127.0.0.1:${nowhere}/parley`;
  expect(await answersTo(url)).toBe(false);
  const start = npmStart({
    DATABASE_URL: url,
    PARLEY_DATA: join(place, 'third'),
    PORT: String(await freePort()),
  });
  await once(start.child, 'exit');
  expect(start.output()).toContain(`The database at 127.0.0.1:${nowhere} does not answer`);
  expect(start.output()).not.toContain('    at ');
});
