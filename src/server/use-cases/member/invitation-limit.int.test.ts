import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../db/store';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { callerFor, exampleFile, people, playedNegotiation } from '../../testing/negotiation';

/** Nobody makes the installation write to thousands of strangers, by however many servers and negotiations. */

const LOGS = ['first-table', 'second-table'] as const;

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  for (const log of LOGS) await playedNegotiation(store, log, exampleFile('small-03'));
});
afterAll(() => database.drop());

const facilitator = async (where = store) => callerFor(where, await people(where)('facilitator'));
const strangers = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    address: `stranger-${from + i}@elsewhere.example`,
    role: 'observer' as const,
    stakeholder: null,
  }));
const letters = async () => {
  const { rows } = await store.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM message WHERE kind = 'invitation'`,
  );
  return rows[0]?.n;
};
const invite = async (log: string, idempotencyKey: string, from: number, count: number, where = store) =>
  (await facilitator(where)).member.invite({
    negotiation: log,
    idempotencyKey,
    invitations: strangers(from, count),
  });

it('sends two hundred letters a day for one person, and says when they may go on', async () => {
  await invite(LOGS[0], 'a', 0, 100);
  // The same request once more sends and counts nothing.
  await invite(LOGS[0], 'a', 0, 100);
  await invite(LOGS[1], 'b', 0, 99, database.open());
  await expect(invite(LOGS[1], 'c', 100, 2)).rejects.toThrow(
    'Nobody was invited. This would send 2 letters, and of the 200 that you may have sent within a day one is left. You may go on in 24 hours, or hand out links',
  );
  expect(await letters()).toBe(199);
  // What was refused counts for nothing.
  await invite(LOGS[1], 'd', 100, 1);
  expect(await letters()).toBe(200);
  await expect(invite(LOGS[0], 'e', 200, 1, database.open())).rejects.toMatchObject({ code: 'CONFLICT' });
  const invitations = await (await facilitator()).member.invitations({ negotiation: LOGS[0] });
  expect(invitations.filter(({ address }) => address !== null)).toHaveLength(100);
});

it('leaves links to be handed out, and others to invite', async () => {
  const call = await facilitator();
  const link = { address: null, role: 'observer', stakeholder: null } as const;
  const made = await call.member.invite({
    negotiation: LOGS[0],
    idempotencyKey: 'links',
    invitations: [link],
  });
  expect(made[0]?.path).toMatch(/^\/join\//);
  expect(await letters()).toBe(200);
});

it('goes on once the day has passed', async () => {
  await store.pool.query('UPDATE rate_limit SET expire = expire - 24 * 60 * 60 * 1000');
  await invite(LOGS[0], 'tomorrow', 300, 1);
  expect(await letters()).toBe(201);
});

it('offers one seat to one address five times more a day', async () => {
  const call = await facilitator();
  const invitations = await call.member.invitations({ negotiation: LOGS[0] });
  const invitation = invitations.find(({ address }) => address !== null)?.invitation ?? '';
  const again = (n: number) =>
    call.member.inviteAgain({ negotiation: LOGS[0], invitation, idempotencyKey: `again ${n}` });
  for (let n = 0; n < 5; n++) await again(n);
  await expect(again(5)).rejects.toThrow('of the 5 that you may have sent within a day 0 are left');
  expect(await letters()).toBe(206);
});
