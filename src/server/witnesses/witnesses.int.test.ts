import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linesOf } from '@/audit/lines';
import { verifyBundle } from '@/audit/verify';
import { cosignedAt, parseWitnessKey } from '@/ledger/cosignature';
import { utf8 } from '@/ledger/hash';
import { formatSigningKey, formatVerifierKey, parseNote, signingKey } from '@/ledger/note';
import { negotiationScopeIn } from '../auth/scope';
import { largestCosigned, newestCosigned } from '../db/cosignatures';
import { Listener } from '../db/listener';
import { logHead } from '../db/log-head';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { callerFor, exampleFile, people, playedNegotiation } from '../testing/negotiation';
import { bundleOf } from '../use-cases/history/bundle';
import { parseWitnesses } from './configured';
import { showToWitnesses, type WitnessJob } from './job';

/** The sender of the server, two real `parley witness` processes, a real Postgres. */
const LOG = 'witnessed';
const FILE = exampleFile('frontier-training');
const folder = mkdtempSync(path.join(tmpdir(), 'parley-witnesses-'));

let database: TestDatabase;
let store: ReturnType<TestDatabase['open']>;
const children = new Set<ChildProcess>();
const jobs = new Set<WitnessJob>();

beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  // Bundles the command once, before several start at once.
  execFileSync(process.execPath, ['bin/parley.js', '--version']);
});
afterAll(async () => {
  for (const job of jobs) await stop(job);
  for (const child of children) child.kill('SIGKILL');
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function startWitness(number: number, port = 0) {
  const name = `witness.example/w${number}`;
  const keyFile = path.join(folder, `key-${number}`);
  writeFileSync(keyFile, formatSigningKey(signingKey(name, new Uint8Array(32).fill(number))));
  const log = formatVerifierKey(store.keys.of(LOG, 1));
  const args = ['--key', keyFile, '--log', log, '--state', path.join(folder, `state-${number}`)];
  const child = spawn(process.execPath, [
    'bin/parley.js',
    'witness',
    ...args,
    '--listen',
    `127.0.0.1:${port}`,
  ]);
  children.add(child);
  const gone = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const [vkey = '', url = ''] = await new Promise<string[]>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const match = /^(\S+)\n.* at (\S+)\n/.exec(said);
      if (match !== null) resolve(match.slice(1));
    });
    child.on('exit', () => reject(new Error(`the witness ended: ${told}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    children.delete(child);
    return gone;
  };
  return { vkey, url, port: Number(new URL(url).port), told: () => told, end };
}

async function show(url: string, entries: readonly string[]): Promise<WitnessJob> {
  const witnesses = parseWitnesses(entries.join(','));
  if (typeof witnesses === 'string') throw new Error(witnesses);
  const job = await showToWitnesses({ url, witnesses, listener: new Listener(url) });
  jobs.add(job);
  return job;
}

async function stop(job: WitnessJob): Promise<void> {
  jobs.delete(job);
  await job.stop();
}

async function cosigned(vkey: string, from = store): Promise<number> {
  return (await largestCosigned(from.pool, LOG, 1, vkey))?.size ?? 0;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50);
}

async function castOne(on: typeof store, best: number): Promise<void> {
  const caller = callerFor(on, await people(on)('lab-aurora'));
  const ballot = {
    negotiation: LOG,
    stakeholder: 'lab-aurora',
    idempotencyKey: `ballot ${best}`,
    scores: { race: best },
  };
  await caller.ballot.cast(ballot);
}

/** History page, streamed bundle and report, each with what the witnesses cosigned. */
async function readersAreTold(
  told: readonly { readonly vkey: string; readonly url: string }[],
  size: number,
): Promise<void> {
  const witnesses = parseWitnesses(told.map(({ vkey, url }) => `${vkey} ${url}`).join('\n'));
  if (typeof witnesses === 'string') throw new Error(witnesses);
  const served = { ...store, witnesses };
  const auditor = await people(store)('auditor');
  const shown = await callerFor(served, auditor).history.checkpoint({ negotiation: LOG });
  expect(shown.witnesses).toMatchObject(told.map(({ vkey: key }) => ({ key, size })));
  for (const { at } of shown.witnesses) expect(Date.parse(at ?? '')).toBeGreaterThan(0);

  const scope = await negotiationScopeIn(served, auditor, 'history.bundle', LOG);
  if (!scope.ok) throw new Error(scope.error.message.text);
  const parts: string[] = [];
  for await (const part of (await bundleOf(scope.value)).lines) parts.push(part);
  const last: unknown = JSON.parse(parts.join('').trimEnd().split('\n').at(-1) ?? '');
  expect(last).toBe(shown.cosigned);
  const chunks = Readable.from(parts.map((part) => utf8(part)));
  expect(await verifyBundle(linesOf(chunks), { key: store.keys.of(LOG, 1) })).toMatchObject({
    kind: 'holds',
  });
}

it('has checkpoints cosigned, through deaths of witnesses, and never two histories', {
  timeout: 180_000,
}, async () => {
  const one = await startWitness(1);
  const two = await startWitness(2);
  await playedNegotiation(store, LOG, FILE);
  const job = await show(database.url, [`${one.vkey} ${one.url}`, `${two.vkey} ${two.url}`]);
  const { size } = await logHead(store.pool, LOG);
  await until(async () => (await cosigned(one.vkey)) === size && (await cosigned(two.vkey)) === size);
  const note = parseNote((await newestCosigned(store.pool, LOG, 1))?.note ?? '');
  for (const { vkey } of [one, two]) {
    const key = parseWitnessKey(vkey);
    if (note === null || key === null) throw new Error('no note, or no key');
    expect(cosignedAt(note, key)).not.toBeNull();
  }
  await expect(store.pool.query('DELETE FROM cosignature')).rejects.toThrow('append-only');
  await readersAreTold([one, two], size);

  // One dies. The ballot is taken in without it, and the other goes on.
  await one.end('SIGKILL');
  await castOne(store, 11);
  await until(async () => (await cosigned(two.vkey)) === size + 1);
  expect(await cosigned(one.vkey)).toBe(size);
  // It comes back with what it knew, at the same address.
  const again = await startWitness(1, one.port);
  await until(async () => (await cosigned(one.vkey)) === size + 1);
  expect(again.told()).toContain(`${size} → ${size + 1}: cosigned`);
  await stop(job);

  // Another database under the same key, with another history of the same log.
  const other = await freshDatabase();
  try {
    const fork = other.open();
    await playedNegotiation(fork, LOG, FILE);
    await castOne(fork, 22);
    await castOne(fork, 33);
    expect((await logHead(fork.pool, LOG)).size).toBe(size + 2);
    const forked = await show(other.url, [`${again.vkey} ${again.url}`]);
    await until(async () => again.told().includes(`${size + 1} → ${size + 2}: no proof`));
    expect(await cosigned(again.vkey, fork)).toBe(0);
    await stop(forked);
  } finally {
    await other.drop();
  }
  expect(await again.end('SIGTERM')).toBe(0);
  expect(await two.end('SIGINT')).toBe(0);
});
