import { afterAll, beforeAll, expect, it } from 'vitest';
import { pseudonymOf } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { accountOf, callerFor, exampleFile, people, playedNegotiation } from '../testing/negotiation';
import { closeLapsedRounds } from './close-rounds';

const LOG = 'timed';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
});
afterAll(() => database.drop());

it('takes nothing past the deadline, whether or not the round was closed, and closes it as of the deadline', async () => {
  const actor = (await pseudonymOf(store, LOG, await accountOf(store, 'facilitator'))) ?? '';
  const deadline = new Date(Date.now() + 1_500).toISOString();
  const set = await store.appender.append({ log: LOG, actor, command: { kind: 'setDeadline', deadline } });
  expect(set.ok || set.error).toBe(true);
  const delegate = callerFor(store, await people(store)('lab-aurora'));
  const cast = (key: string) =>
    delegate.ballot.cast({ negotiation: LOG, stakeholder: 'lab-aurora', abstain: true, idempotencyKey: key });
  await closeLapsedRounds(store);
  await cast('in good time');

  const wait = Date.parse(deadline) - Date.now() + 50;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
  await expect(cast('too late')).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  expect((await delegate.negotiation.get({ negotiation: LOG })).phase).toBe('open');

  await closeLapsedRounds(store);
  await closeLapsedRounds(store);
  expect((await delegate.negotiation.get({ negotiation: LOG })).phase).toBe('closed');
  const { rows } = await store.pool.query<{ bytes: string }>(
    `SELECT bytes FROM event WHERE log = $1 AND type = 'round.closed'`,
    [LOG],
  );
  expect(rows.map((row) => JSON.parse(row.bytes))).toMatchObject([
    { actor: 'system', data: { round: 1, effectiveAt: deadline } },
  ]);
});
