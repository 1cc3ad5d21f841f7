import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import {
  type Caller,
  callerFor,
  exampleFile,
  people,
  playedNegotiation,
  settleStanding,
} from '../testing/negotiation';
import { pruneOld } from './prune';

/** What is older than its use goes; what a history is made of, and what proves it, stays. The clock is moved. */

const LOG = 'ageing';
const OWN = 'lab-aurora';
const DAY = 24 * 60 * 60 * 1000;

let database: TestDatabase;
let store: Store;
let call: Caller;
let position: number;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  call = callerFor(store, await people(store)(OWN));
  for (const key of ['first', 'second', 'third']) {
    ({ position } = await cast(key));
    await settleStanding(store, LOG);
  }
});
afterAll(() => database.drop());

const cast = (idempotencyKey: string) =>
  call.ballot.cast({ negotiation: LOG, stakeholder: OWN, abstain: true, idempotencyKey });

const after = (days: number) =>
  pruneOld(store, () => Promise.resolve(new Date(Date.now() + days * DAY).toISOString()));

async function count(table: string, where = 'true'): Promise<number> {
  const { rows } = await store.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
  );
  return rows[0]?.n ?? 0;
}

const OWN_KEYS = `key IN ('first', 'second', 'third')`;

it('keeps what is still of use', async () => {
  const before = await Promise.all([count('idempotency'), count('session')]);
  await after(0);
  expect(await Promise.all([count('idempotency'), count('session')])).toEqual(before);
  // The events of the played history are old; those of today are not.
  expect(await count('standing_change')).toBe(3);
  await after(6);
  expect(await count('standing_change')).toBe(3);
  await after(29);
  expect(await count('idempotency', OWN_KEYS)).toBe(3);
  expect(await cast('third')).toMatchObject({ position });
});

it('prunes changes of standings after a week but for the newest, from which an old stream still resumes', async () => {
  await after(8);
  expect(await count('standing_change')).toBe(1);
  const stream = (await call.standing.live({ negotiation: LOG, lastEventId: '0' }))[Symbol.asyncIterator]();
  const news = await stream.next();
  expect(JSON.stringify(news.value)).toContain(`"position":${position}`);
  await stream.return?.();
});

it('prunes keys after a month, but those of a played history, and nothing of the history', async () => {
  const tables = ['event', 'event_text', 'tree_node', 'checkpoint', 'ballot', 'standing', 'message'] as const;
  const kept = () => Promise.all(tables.map((table) => count(table)));
  const [before, receipt] = [await kept(), await call.ballot.receipt({ negotiation: LOG, position })];
  const steps = await count('idempotency', `starts_with(key, 'history step ')`);
  expect(steps).toBeGreaterThan(10);
  await after(31);
  expect(await count('idempotency', OWN_KEYS)).toBe(0);
  expect(await count('idempotency')).toBe(steps);
  expect(await kept()).toEqual(before);
  // The session has run out with them: whoever comes back signs in again.
  await expect(call.ballot.receipt({ negotiation: LOG, position })).rejects.toThrow('Sign in first');
  call = callerFor(store, await people(store)(OWN));
  expect(await call.ballot.receipt({ negotiation: LOG, position })).toEqual(receipt);
  // The player still knows that it has played.
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  expect(await kept()).toEqual(before);
});

it('prunes counts of tries and sessions that have run out', async () => {
  await store.pool.query(
    `INSERT INTO rate_limit (key, points, expire) VALUES ('x', 1, extract(epoch FROM now()) * 1000 + 1000), ('y', 1, NULL)`,
  );
  await people(store)(OWN);
  const sessions = await count('session');
  expect(sessions).toBeGreaterThan(0);
  await after(0);
  expect(await count('session')).toBe(sessions);
  expect(await count('rate_limit')).toBe(2);
  await after(32);
  expect(await count('rate_limit')).toBe(1);
  expect(await count('session')).toBe(0);
});
