import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { Listener } from './listener';
import type { Pool } from './pool';

let database: TestDatabase;
let pool: Pool;
let listener: Listener;
beforeAll(async () => {
  database = await freshDatabase();
  const store = database.open();
  pool = store.pool;
  listener = store.listener;
});
afterAll(() => database.drop());

async function subscribed(...channels: string[]) {
  const heard: string[] = [];
  const stop = await listener.subscribe({
    channels,
    onNotice: (channel, payload) => heard.push(`${channel} ${payload}`),
    onConnected: () => heard.push('connected'),
  });
  return { heard, stop };
}

const CONNECTIONS = `SELECT pid FROM pg_stat_activity WHERE application_name = 'parley-listen' AND datname = current_database()`;
const tell = (channel: string, payload: string) => pool.query('SELECT pg_notify($1, $2)', [channel, payload]);

it('hears on one connection for several what each listens to, and again once it broke', async () => {
  const [one, other] = await Promise.all([subscribed('news', 'one'), subscribed('news', 'other')]);
  const late = await subscribed('late');
  expect([one.heard, other.heard, late.heard]).toEqual([['connected'], ['connected'], ['connected']]);
  await tell('news', '1');
  await tell('one', '2');
  await tell('late', '3');
  await vi.waitFor(() => expect(late.heard).toEqual(['connected', 'late 3']));
  expect(one.heard).toEqual(['connected', 'news 1', 'one 2']);
  expect(other.heard).toEqual(['connected', 'news 1']);

  expect((await pool.query(CONNECTIONS)).rowCount).toBe(1);
  await pool.query(`SELECT pg_terminate_backend(pid) FROM (${CONNECTIONS}) AS listening`);
  await vi.waitFor(() => expect(other.heard).toEqual(['connected', 'news 1', 'connected']), 5_000);
  await vi.waitFor(() => expect(late.heard.at(-1)).toBe('connected'));

  await one.stop();
  await late.stop();
  await tell('news', '4');
  await vi.waitFor(() => expect(other.heard.at(-1)).toBe('news 4'));
  expect(one.heard.at(-1)).toBe('connected');
  await other.stop();
  await vi.waitFor(async () => expect((await pool.query(CONNECTIONS)).rowCount).toBe(0));
});

it('goes on trying where there is no database, and says so to nobody', async () => {
  const nowhere = new Listener('postgresql://127.0.0.1:1/none');
  const stop = await nowhere.subscribe({
    channels: ['any'],
    onNotice: expect.fail,
    onConnected: expect.fail,
  });
  await stop();
});
