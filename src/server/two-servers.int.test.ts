import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { NegotiationFile } from '@/negotiation/file/model';
import { standingsOf } from '@/negotiation/result';
import { givePseudonym } from './db/pseudonyms';
import { readStanding, standingPosition } from './db/standings';
import { cookieFor, mutate, query } from './testing/client';
import { freshDatabase, type TestDatabase } from './testing/database';
import { accountOf, exampleFile, playedNegotiation } from './testing/negotiation';
import { type ServerProcess, startServerProcess } from './testing/server';

const LOG = 'shared';
const BALLOTS = 200;
const CLIENTS = 10;

let database: TestDatabase;
let store: ReturnType<TestDatabase['open']>;
let servers: ServerProcess[] = [];

beforeAll(async () => {
  process.env['NEXTAUTH_SECRET'] = 'a secret for the tests of two servers';
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  const settings = {
    DATABASE_URL: database.url,
    PARLEY_DATA: store.dataFolder,
    PARLEY_SIGNING_KEY: '7'.repeat(64),
    NEXTAUTH_SECRET: process.env['NEXTAUTH_SECRET'],
  };
  servers = await Promise.all([startServerProcess(settings), startServerProcess(settings)]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end('SIGKILL')));
  await database.drop();
});

it('come to one history and the same standing when ten clients cast two hundred ballots through both', async () => {
  const stakeholders = exampleFile('frontier-training').stakeholders.map(({ id }) => id);
  const before = (await store.states.newest(LOG))?.position ?? -1;
  const positions: number[] = [];
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const stakeholder = stakeholders[client] ?? '';
    const cookie = await cookieFor(store, stakeholder);
    for (let i = client; i < BALLOTS; i += CLIENTS) {
      const url = servers[i % 2]?.url ?? '';
      const scores = { race: i % 101, 'verified-pause': [0, (i * 7) % 101, 100] };
      const input = { negotiation: LOG, stakeholder, scores, idempotencyKey: `http ballot ${i}` };
      positions.push(
        z.object({ position: z.number() }).parse(await mutate(url, 'ballot.cast', cookie, input)).position,
      );
    }
  });
  await Promise.all(clients);
  expect(positions.sort((a, b) => a - b)).toEqual(positions.map((_, i) => before + 1 + i));

  const newest = before + BALLOTS;
  while ((await standingPosition(store.pool, LOG)) < newest) await sleep(20);
  const auditor = await cookieFor(store, 'auditor');
  const state = (await store.states.newest(LOG))?.state;
  if (state === undefined) throw new Error('no state');
  for (const basis of ['stated', 'informed'] as const) {
    const served = await Promise.all(
      servers.map(({ url }) => query(url, 'standing.get', auditor, { negotiation: LOG, basis })),
    );
    const expected = JSON.stringify({ position: newest, result: standingsOf(state)[basis] });
    expect(served.map((standing) => JSON.stringify(standing))).toEqual([expected, expected]);
  }
});

it('compute the standing of a thousand stakeholders in a thread, equal to a recomputation', async () => {
  const profiles = ['today', 'a', 'b', 'c', 'd'].map((id, i) => ({
    id,
    title: id,
    ...(i === 0 && { default: true }),
  }));
  const stakeholders = Array.from({ length: 1_000 }, (_, i) => ({
    id: `s${i}`,
    name: `S ${i}`,
    kind: 'other' as const,
  }));
  const file: NegotiationFile = {
    format: 'parley-negotiation/1',
    title: 'A thousand',
    rule: { members: { moreThan: '1/2' } },
    stakeholders,
    profiles,
    ballots: stakeholders.map(({ id }, i) => ({
      stakeholder: id,
      at: '2026-01-01T00:00:00.000Z',
      scores: Object.fromEntries(profiles.map((profile, j) => [profile.id, (i * (j + 3)) % 101])),
    })),
  };
  const log = 'thousand';
  const actor = await givePseudonym(store, log, await accountOf(store, 'facilitator'));
  const { title } = file;
  const create = { kind: 'createNegotiation', title, mode: 'open', public: false, succeeds: null } as const;
  const answers = await Promise.all([
    store.appender.append({ log, actor, begins: true, command: create }),
    store.appender.append({ log, actor, command: { kind: 'importFile', file } }),
  ]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const newest = (await store.states.newest(log))?.position ?? -1;
  while ((await standingPosition(store.pool, log)) < newest) await sleep(20);
  const state = (await store.states.newest(log))?.state;
  if (state === undefined) throw new Error('no state');
  const standing = await readStanding(store.pool, log, 'stated', newest);
  expect(JSON.stringify(standing?.result)).toBe(JSON.stringify(standingsOf(state).stated));
});
