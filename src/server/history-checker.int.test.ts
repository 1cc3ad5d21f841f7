import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { z } from 'zod';
import { BASES } from '@/core/model';
import { below, randomFrom } from '@/core/power/random';
import { canonicalJson } from '@/ledger/canonical';
import { type Event, isJson, parseEvent } from '@/negotiation/events/event';
import { replay } from '@/negotiation/evolve';
import { standingsOf } from '@/negotiation/result';
import { logHead } from './db/log-head';
import { readStanding, standingPosition } from './db/standings';
import { openStore, type Store } from './db/store';
import { fsck } from './operate/fsck';
import { cookieFor } from './testing/client';
import { type Cluster, openCluster } from './testing/cluster';
import { faultsAgainst } from './testing/history-claims';
import { facilitate, speakFor } from './testing/load';
import { eventTexts, strayCheckpoints, verifiedByAuditor } from './testing/log-evidence';
import { exampleFile, playedNegotiation } from './testing/negotiation';
import { type ServerProcess, startServerProcess } from './testing/server';
import { StubbornClient } from './testing/stubborn-client';

/**
 * Server and database are killed with SIGKILL at random moments under load, apart and together. Afterwards the
 * history bears out every client's log: nothing acknowledged is missing, nothing is twice, and whatever was signed
 * and given out in between is of this one history.
 */
const LOGS = { plain: 'open', hidden: 'sealed' } as const;
const DELEGATES = ['lab-aurora', 'lab-borealis', 'gov-arden', 'gov-brisa'];
const KILLS = 8;
/** It restarts what it kills: minutes on a machine that others use as well. */
const HANGS_MS = 900_000;
const SIGNING_KEY = '7'.repeat(64);
/** Of the choices: what is asked for, who is killed and how long after what. PARLEY_HISTORY_SEED makes them again. */
const SEED = process.env['PARLEY_HISTORY_SEED'] ?? randomBytes(8).toString('hex');

const place = mkdtempSync(path.join(tmpdir(), 'parley-history-'));
const dataFolder = path.join(place, 'server');
const random = randomFrom(SEED);
let cluster: Cluster;
let running: ServerProcess | null = null;
const stores: Store[] = [];

beforeAll(async () => {
  process.env['NEXTAUTH_SECRET'] = 'a secret for the checker of histories';
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  chmodSync(place, 0o711);
  mkdirSync(dataFolder);
  cluster = await openCluster(path.join(place, 'database'));
});
afterAll(async () => {
  if (running !== null) doomed.add(running);
  await running?.end('SIGKILL');
  for (const store of stores) await store.close();
  await cluster.stop();
  rmSync(place, { recursive: true, force: true });
});

function openedStore(): Store {
  const store = openStore({ url: cluster.url, dataFolder, host: 'localhost', signingKey: SIGNING_KEY });
  stores.push(store);
  return store;
}

/** What must not be, noticed while the load is on. */
const complaints: string[] = [];
/** Servers that we end: no other may. */
const doomed = new Set<ServerProcess>();

async function start(): Promise<ServerProcess> {
  const server = await startServerProcess({
    DATABASE_URL: cluster.url,
    PARLEY_DATA: dataFolder,
    PARLEY_SIGNING_KEY: SIGNING_KEY,
    NEXTAUTH_SECRET: process.env['NEXTAUTH_SECRET'] ?? '',
  });
  void server.end().then((code) => {
    if (!doomed.has(server)) complaints.push(`a server ended by itself, with ${code}: ${server.said()}`);
  });
  return server;
}

const KINDS = ['server', 'database', 'machine'] as const;

/** Kills what the kind says and starts it again. @returns the server of now. */
async function killed(server: ServerProcess, kind: (typeof KINDS)[number]): Promise<ServerProcess> {
  if (kind !== 'database') doomed.add(server);
  const gone = kind === 'database' ? null : server.end('SIGKILL');
  if (kind !== 'server') {
    await cluster.kill();
    await cluster.revive();
  }
  await gone;
  return kind === 'database' ? server : start();
}

interface Member {
  readonly log: string;
  readonly facilitator: StubbornClient;
  readonly delegates: readonly StubbornClient[];
  /** Events before the load. */
  readonly start: number;
}

const everyone = ({ facilitator, delegates }: Member) => [facilitator, ...delegates];

async function prepared(store: Store, address: () => string): Promise<Member[]> {
  const members: Member[] = [];
  for (const [log, mode] of Object.entries(LOGS)) {
    await playedNegotiation(store, log, exampleFile('frontier-training'), { mode });
    const client = async (who: string) =>
      new StubbornClient(who, log, await cookieFor(store, who), address, random);
    members.push({
      log,
      facilitator: await client('facilitator'),
      delegates: await Promise.all(DELEGATES.map(client)),
      start: (await logHead(store.pool, log)).size,
    });
  }
  return members;
}

/** Why a member may be refused: what it asks comes at the wrong time. */
const EXPECTED = ['closed.closed', 'closed.open'];

function judged(text: string): Event {
  const parsed = parseEvent(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.event;
}

/** Every note that was signed, given out or not. */
function signedNotes(log: string): string[] {
  const lines = readFileSync(path.join(dataFolder, 'signed', `${log}.ndjson`), 'utf8').split('\n');
  return lines.flatMap((line) => {
    if (line === '' || !line.endsWith('}')) return [];
    return [z.object({ note: z.string() }).parse(JSON.parse(line)).note];
  });
}

it('loses, doubles and forks nothing when server and database are killed under load', {
  timeout: HANGS_MS,
}, async () => {
  onTestFailed(() => void process.stderr.write(`PARLEY_HISTORY_SEED=${SEED}\n`));
  let server = await start();
  running = server;
  const setUp = openedStore();
  const members = await prepared(setUp, () => server.url);
  await setUp.close();
  stores.length = 0;

  let isOver = false;
  const load = { random, isOver: () => isOver, complain: (sentence: string) => complaints.push(sentence) };
  const clients = members.flatMap((member) => [
    facilitate(member.facilitator, member.delegates, load),
    ...member.delegates.map((delegate) => speakFor(delegate, load)),
  ]);
  const answered = () => members.flatMap(everyone).reduce((sum, { claims }) => sum + claims.length, 0);

  for (let kill = 0; kill < KILLS; kill++) {
    for (const enough = answered() + 20 + below(random, 60); answered() < enough; ) {
      if (complaints.length > 0) throw new Error(complaints.join('; '));
      await sleep(1);
    }
    await sleep(below(random, 25));
    const kind = KINDS[kill < KINDS.length ? kill : below(random, KINDS.length)] ?? 'machine';
    server = await killed(server, kind);
    running = server;
  }
  isOver = true;
  await Promise.all(clients);
  expect(complaints).toEqual([]);
  expect(members.flatMap(everyone).some(({ repeats }) => repeats > 0)).toBe(true);

  const store = openedStore();
  for (const member of members) {
    // The worker of the last server brings the standing up to date by itself.
    const { size, epoch } = await logHead(store.pool, member.log);
    expect(epoch, 'nothing that was signed was lost').toBe(1);
    while ((await standingPosition(store.pool, member.log)) < size - 1) await sleep(50);
    await bearsOut(store, member);
  }
  // As Ctrl-C does it: the terminal signals the whole group, and npm start passes its own signal on.
  doomed.add(server);
  expect(await server.end('SIGINT', 'SIGTERM')).toBe(0);
  running = null;
  const { logs } = await fsck(store, {
    host: 'localhost',
    logs: Object.values(members).map(({ log }) => log),
    repair: false,
  });
  expect(logs.flatMap(({ differences }) => differences)).toEqual([]);
});

async function bearsOut(store: Store, member: Member): Promise<void> {
  const { log, start: from } = member;
  const texts = await eventTexts(store, log);
  const events = texts.map(judged);
  expect(faultsAgainst(events, from, everyone(member))).toEqual([]);
  const told = everyone(member).flatMap(({ claims }) => claims.map((claim) => claim.told));
  const reasons = told.flatMap((each) => (each.kind === 'refused' ? [each.why] : []));
  expect(reasons.filter((why) => !EXPECTED.includes(why))).toEqual([]);

  const receipts = everyone(member).flatMap((client) => client.receipts);
  const given = new Set(everyone(member).flatMap(({ checkpoints }) => [...checkpoints]));
  expect(receipts.length).toBeGreaterThan(0);
  expect(strayCheckpoints(texts, [...given, ...signedNotes(log)], store.keys.of(log, 1))).toEqual([]);
  const [since] = given;
  if (since === undefined) throw new Error('no checkpoint was given out');
  const verification = await verifiedByAuditor(store, log, { key: store.keys.of(log, 1), since, receipts });
  expect(verification).toMatchObject({
    kind: 'holds',
    size: events.length,
    checked: { since: 1, receipts: receipts.length },
  });
  for (const { opening, event } of receipts)
    if (opening !== undefined) expectSent(member, opening.ballot, event);

  const state = replay(events);
  if (state === null) throw new Error('nothing to replay');
  if (state.mode !== 'open') return;
  const results = standingsOf(state);
  for (const basis of BASES) {
    const standing = await readStanding(store.pool, log, basis, events.length - 1);
    expect(standing?.position).toBe(events.length - 1);
    expect(JSON.stringify(standing?.result)).toBe(JSON.stringify(results[basis]));
  }
}

/** What a sealed ballot opens to is what its delegate sent, under the position that it was told. */
function expectSent({ delegates }: Member, ballot: string, text: string): void {
  const { position } = judged(text);
  const claim = delegates
    .flatMap(({ claims }) => claims)
    .find(({ told }) => told.kind === 'done' && told.position === position);
  const { stakeholder: _, ...sent } = claim?.input ?? {};
  expect(isJson(sent) && canonicalJson(sent)).toBe(ballot);
}
