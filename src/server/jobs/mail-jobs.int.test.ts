import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../db/pool';
import type { Store } from '../db/store';
import { dispatchAll } from '../mail/dispatch';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { until } from '../testing/mailing';
import { accountOf } from '../testing/negotiation';
import { workOffMail } from './mail-jobs';

const LETTERS = 700;

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

it('puts away what waits where there is no mail server, and nothing that is settled', async () => {
  const user = await accountOf(store, 'reader');
  const letters = Array.from({ length: LETTERS }, (_, position) => ({
    kind: 'ballot.taken' as const,
    log: 'somewhere',
    position,
    to: { user },
  }));
  await inTransaction(store.pool, (client) => dispatchAll(client, letters));
  const sent = randomUUID();
  await store.pool.query(
    `INSERT INTO message (id, kind, user_id, about, mail, fault) VALUES ($1, 'ballot.taken', $2, '{}', 'sent', 'late')`,
    [sent, user],
  );
  const jobs = await workOffMail(store, null);
  const states = async () => {
    const text = 'SELECT mail, count(*)::int AS n FROM message GROUP BY mail';
    const { rows } = await store.pool.query<{ mail: string; n: number }>(text);
    return Object.fromEntries(rows.map(({ mail, n }) => [mail, n]));
  };
  await until(async () => (await states())['waiting'] === undefined);
  await jobs.stop();
  expect(await states()).toEqual({ kept: LETTERS, sent: 1 });
  const left = `SELECT FROM pgboss.job WHERE name = 'mail' AND state IN ('created', 'retry')`;
  expect((await store.pool.query(left)).rowCount).toBe(0);
});
