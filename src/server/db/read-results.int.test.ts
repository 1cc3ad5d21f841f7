import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { callerFor, exampleFile, people, playedNegotiation, settleStanding } from '../testing/negotiation';
import { readStanding } from './standings';

const LOG = 'read';
const ALL = 1_000_000;

let database: TestDatabase;
let store: ReturnType<TestDatabase['open']>;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  await settleStanding(store, LOG);
});
afterAll(() => database.drop());

async function newest(upTo = ALL) {
  const read = await store.results.newest(LOG, 'stated', upTo);
  const stored = await readStanding(store.pool, LOG, 'stated', upTo);
  expect(read === null ? null : { position: read.position, result: read.result }).toEqual(stored);
  return read;
}

it('gives the same object while the same result is stored, and the new one once there is another', async () => {
  const first = await newest();
  expect(first).not.toBeNull();
  expect((await newest())?.result).toBe(first?.result);

  const caller = callerFor(store, await people(store)('lab-aurora'));
  await caller.ballot.cast({
    negotiation: LOG,
    stakeholder: 'lab-aurora',
    scores: { race: 77 },
    idempotencyKey: 'anew',
  });
  await settleStanding(store, LOG);
  const second = await newest();
  expect(second?.position).toBe((first?.position ?? 0) + 1);
  expect(await newest(0)).toBeNull();
  expect((await newest())?.result).not.toBe(first?.result);
});

it('sees that a result was mended in its place', async () => {
  const before = await newest();
  await store.pool.query(
    `UPDATE standing SET result = replace(result, '"basis":"stated"', '"basis": "stated"'),
       computed_at = computed_at + interval '1 second' WHERE log = $1`,
    [LOG],
  );
  expect((await newest())?.result).not.toBe(before?.result);
});
