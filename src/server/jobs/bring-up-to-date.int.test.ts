import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { callerFor, exampleFile, people, playedNegotiation, settleStanding } from '../testing/negotiation';
import { type Compute, computeHere } from './compute';

const LOG = 'moving';
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

it('stores the standing of a round that is closed while an older one is computed', async () => {
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  const facilitator = callerFor(store, await people(store)('facilitator'));
  let key = 0;
  const next = () => ({ negotiation: LOG, idempotencyKey: `step ${key++}` });
  await facilitator.round.close(next());
  let isFirst = true;
  const compute: Compute = async (...job) => {
    if (isFirst) {
      isFirst = false;
      for (let round = 0; round < 2; round++) {
        await facilitator.round.open({ ...next(), deadline: null });
        await facilitator.round.close(next());
      }
      await facilitator.round.open({ ...next(), deadline: null });
    }
    return computeHere(...job);
  };
  await settleStanding(store, LOG, compute);
  await settleStanding(store, LOG);
  const { rows } = await store.pool.query<{ round: number; kind: string }>(
    `SELECT round, kind FROM standing WHERE log = $1 AND basis = 'stated' ORDER BY position`,
    [LOG],
  );
  expect(rows).toEqual([
    { round: 1, kind: 'round' },
    { round: 2, kind: 'round' },
    { round: 3, kind: 'round' },
    { round: 4, kind: 'newest' },
  ]);
});
