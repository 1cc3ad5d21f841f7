import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBundle } from '@/audit/verify';
import { utf8 } from '@/ledger/hash';
import { hashPassword } from '../../auth/password';
import { negotiationScopeIn, scopeIn } from '../../auth/scope';
import { TRIES_PER_ACCOUNT } from '../../auth/sign-in-limit';
import { peopleThere } from '../../db/append/people-there';
import { forgetPerson } from '../../db/forget-person';
import { logHead } from '../../db/log-head';
import { Hub } from '../../live/hub';
import { fsck } from '../../operate/fsck';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { accountOf, callerFor, exampleFile, people, playedNegotiation } from '../../testing/negotiation';
import { bundleOf } from '../history/bundle';
import { seatsLeftEmpty } from './delete';

const LOG = 'remembering';
const PASSWORD = 'a long enough password';

let database: TestDatabase;
let store: ReturnType<TestDatabase['open']>;
let hub: Hub;
beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'), { mode: 'sealed' });
  const passwordHash = await hashPassword(PASSWORD);
  await store.prisma.user.updateMany({ data: { passwordHash } });
  hub = new Hub(store);
  await hub.start();
});
afterAll(async () => {
  await hub.close();
  await database.drop();
});

/** Rows of any table in which the text stands. */
async function rowsWith(text: string): Promise<string[]> {
  const tables = await store.pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await store.pool.query(
      `SELECT 1 FROM public."${name}" AS t WHERE strpos(lower(t::text), lower($1)) > 0`,
      [text],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

async function waitingForLocks(): Promise<number> {
  const { rows } = await store.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0]?.n ?? 0;
}

async function bundleHolds(): Promise<boolean> {
  const scope = await negotiationScopeIn(store, await people(store)('auditor'), 'history.bundle', LOG);
  if (!scope.ok) throw new Error('the auditor may not read');
  const { lines } = await bundleOf(scope.value);
  const verification = await verifyBundle(
    (async function* () {
      for await (const some of lines) for (const line of some.trimEnd().split('\n')) yield utf8(line);
    })(),
  );
  return verification.kind === 'holds';
}

it('asks the password, and counts the tries', async () => {
  const call = callerFor(store, await people(store)('gov-arden'), hub);
  for (let i = 0; i < TRIES_PER_ACCOUNT; i++) {
    await expect(call.account.delete({ password: 'guessed' })).rejects.toThrow('That is not your password.');
  }
  await expect(call.account.delete({ password: PASSWORD })).rejects.toThrow('Too many tries');
});

it('forgets a delegate: nothing names them, streams end, the history verifies and no projection differs', async () => {
  const key = 'lab-aurora';
  // A name that no event holds: people are named after their keys in these tests.
  const id = await accountOf(store, key);
  await store.prisma.user.update({ where: { id }, data: { name: 'Zora Quill' } });
  const session = await people(store)(key);
  const call = callerFor(store, session, hub);
  const draft = { kind: 'abstain', body: null } as const;
  await call.ballot.saveDraft({ negotiation: LOG, stakeholder: key, draft });
  await call.ballot.cast({ negotiation: LOG, stakeholder: key, abstain: true, idempotencyKey: 'mine' });
  await call.ballot.saveDraft({ negotiation: LOG, stakeholder: key, draft });
  expect(await rowsWith(id)).toEqual(expect.arrayContaining(['user', 'session', 'pseudonym', 'draft']));

  const stream = (await call.standing.live({ negotiation: LOG }))[Symbol.asyncIterator]();
  await stream.next();
  const ended = expect(stream.next()).rejects.toThrow('Sign in first.');
  await call.account.delete({ password: PASSWORD });
  await ended;

  for (const text of [id, session.user.email, 'Zora Quill']) expect(await rowsWith(text)).toEqual([]);
  expect(await bundleHolds()).toBe(true);
  const report = await fsck(store, { host: 'localhost', logs: [LOG], repair: false });
  expect(report.logs.flatMap(({ differences }) => differences)).toEqual([]);
});

it('leaves nothing of a ballot or a draft that is under way while its author goes', async () => {
  const key = 'lab-borealis';
  const id = await accountOf(store, key);
  const call = callerFor(store, await people(store)(key), hub);
  const ballot = { negotiation: LOG, stakeholder: key, abstain: true };
  await call.ballot.cast({ ...ballot, idempotencyKey: 'before' });
  const { size } = await logHead(store.pool, LOG);
  // The deletion holds the account and has not ended: what names the person waits for it.
  const deletion = await store.pool.connect();
  await deletion.query('BEGIN');
  await deletion.query('SELECT FROM "user" WHERE id = $1 FOR UPDATE', [id]);
  const late = [
    call.ballot.cast({ ...ballot, idempotencyKey: 'late' }),
    call.ballot.saveDraft({ negotiation: LOG, stakeholder: key, draft: { kind: 'abstain', body: null } }),
  ].map((each) => expect(each).rejects.toThrow('Sign in first.'));
  for (let waiting = 0; waiting < late.length; await sleep(10)) waiting = await waitingForLocks();
  for (const table of ['idempotency', 'draft', 'pseudonym', '"user"'])
    await deletion.query(`DELETE FROM ${table} WHERE ${table === '"user"' ? 'id' : 'user_id'} = $1`, [id]);
  await deletion.query('COMMIT');
  deletion.release();
  await Promise.all(late);
  expect(await rowsWith(id)).toEqual([]);
  expect((await logHead(store.pool, LOG)).size).toBe(size);
});

it('refuses who joins or begins a negotiation while their own account goes', async () => {
  const id = await accountOf(store, 'passing');
  const call = callerFor(store, await people(store)('passing'), hub);
  const facilitator = callerFor(store, await people(store)('facilitator'), hub);
  const invited = await facilitator.member.invite({
    negotiation: LOG,
    idempotencyKey: 'for who passes',
    invitations: [{ address: null, role: 'observer', stakeholder: null }],
  });
  const token = invited[0]?.path?.slice('/join/'.length) ?? '';
  const deletion = await store.pool.connect();
  await deletion.query('BEGIN');
  await deletion.query('SELECT FROM "user" WHERE id = $1 FOR UPDATE', [id]);
  const blank = { title: 'Blank', mode: 'open', public: false, succeeds: null } as const;
  const late = [
    call.negotiation.join({ token }),
    call.negotiation.create({ ...blank, idempotencyKey: 'late' }),
  ].map((each) => expect(each).rejects.toThrow('Sign in first.'));
  for (let waiting = 0; waiting < late.length; await sleep(10)) waiting = await waitingForLocks();
  await deletion.query('DELETE FROM "user" WHERE id = $1', [id]);
  await deletion.query('COMMIT');
  deletion.release();
  await Promise.all(late);
  expect(await rowsWith(id)).toEqual([]);
  // The invitation is still good, for another.
  const other = callerFor(store, await people(store)('another'), hub);
  expect(await other.negotiation.join({ token })).toEqual({ negotiation: LOG });
});

it('takes along what was under way before it', async () => {
  const key = 'lab-cirrus';
  const id = await accountOf(store, key);
  const ballot = await store.pool.connect();
  await ballot.query('BEGIN');
  await peopleThere(ballot, [id]);
  const gone = forgetPerson(store.pool, id);
  for (let waiting = 0; waiting < 1; await sleep(10)) waiting = await waitingForLocks();
  await ballot.query(
    `INSERT INTO idempotency (log, user_id, key, body, position, size, epoch, at)
     VALUES ($1, $2, 'under way', '', 0, 1, 1, now())`,
    [LOG, id],
  );
  await ballot.query('COMMIT');
  ballot.release();
  await gone;
  expect(await rowsWith(id)).toEqual([]);
});

it('tells the only facilitator what it means for others, and does not refuse', async () => {
  const session = await people(store)('facilitator');
  const call = callerFor(store, session, hub);
  const scope = await scopeIn(store, session, 'account.delete');
  if (!scope.ok) throw new Error('a signed-in person may not');
  expect(await seatsLeftEmpty(scope.value)).toEqual([
    expect.objectContaining({ negotiation: LOG, role: 'facilitator', stakeholder: '' }),
  ]);
  await call.account.delete({ password: PASSWORD });
  // The demonstration's player sees that its history is there, though the account of some step is not.
  await playedNegotiation(store, LOG, exampleFile('frontier-training'), { mode: 'sealed' });
  expect(await bundleHolds()).toBe(true);
});
