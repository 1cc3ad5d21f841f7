import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '@/server/db/pool';
import { openStore, type Store } from '@/server/db/store';
import { workOffMail } from '@/server/jobs/mail-jobs';
import { openQueue } from '@/server/jobs/queue';
import { dispatch } from '@/server/mail/dispatch';
import { exampleFile, playedNegotiation } from '@/server/testing/negotiation';
import { migrateAs } from './migrations.mjs';
import { ask } from './postgres-question.mjs';

const server = process.env['DATABASE_URL'] ?? '';
const mark = randomBytes(4).toString('hex');
const [owner, account, name] = [`owner_${mark}`, `server_${mark}`, `parley_owned_${mark}`];
let store: Store;

function as(user: string): string {
  const url = new URL(server);
  url.username = user;
  url.password = 'secret';
  url.pathname = `/${name}`;
  return url.href;
}

beforeAll(async () => {
  for (const role of [owner, account]) await ask(server, `CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
  await ask(server, `CREATE DATABASE ${name} OWNER ${owner}`);
  await migrateAs(as(owner), as(account));
  // Nothing to migrate the second time, and the rights are the same.
  await migrateAs(as(owner), as(account));
  const { mkdtempSync } = await import('node:fs');
  store = openStore({
    url: as(account),
    dataFolder: mkdtempSync('/tmp/parley-owned-'),
    host: 'localhost',
    signingKey: '7'.repeat(64),
  });
});
afterAll(async () => {
  await store.close();
  await ask(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  for (const role of [owner, account]) await ask(server, `DROP ROLE ${role}`);
});

it("lets the server's account append, and neither change nor remove nor switch anything off", async () => {
  await playedNegotiation(store, 'owned', exampleFile('small-01'));
  const counted = () => ask(as(account), 'SELECT count(*)::int AS events FROM event');
  const before = await counted();
  for (const sql of [
    "UPDATE event SET actor = 'x'",
    'DELETE FROM event',
    'TRUNCATE event',
    'DELETE FROM tree_node',
    'DELETE FROM checkpoint',
    'ALTER TABLE event DISABLE TRIGGER ALL',
    'DROP TABLE event',
    'DROP TRIGGER event_append_only ON event',
    'CREATE TABLE mine (a int)',
    'SET session_replication_role = replica',
    `SET ROLE ${owner}`,
  ]) {
    await expect(ask(as(account), sql), sql).rejects.toThrow(/permission denied|must be owner/);
  }
  expect(await counted()).toEqual(before);
});

it("lets the server's account put letters into the queue and work them off", async () => {
  await inTransaction(store.pool, (client) =>
    dispatch(client, { kind: 'password.reset', to: { address: 'nobody@test.example' } }),
  );
  const jobs = await workOffMail(store, null);
  const left = () => ask(as(account), "SELECT 1 FROM message WHERE mail = 'waiting'");
  while ((await left()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await jobs.stop();
  expect(await ask(as(account), 'SELECT mail FROM message')).toEqual([{ mail: 'kept' }]);
  // What looks for jobs of workers that died, and puts old ones away.
  const queue = openQueue(store.pool);
  await queue.maintain();
});

it('refuses one account in both places', async () => {
  await expect(migrateAs(as(owner), as(owner))).rejects.toThrow(/name the same account/);
});
