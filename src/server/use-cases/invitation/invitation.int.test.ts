import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/negotiation/roles';
import { own } from '@/negotiation/state';
import { signIn } from '../../auth/sign-in';
import type { Store } from '../../db/store';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { letterTo, tokenIn } from '../../testing/letters';
import { callerFor, exampleFile, people, playedNegotiation } from '../../testing/negotiation';

const LOG = 'inviting';
const PASSWORD = 'twelve or more';

let database: TestDatabase;
let store: Store;
let other: Store;
beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  database = await freshDatabase();
  store = database.open();
  other = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
});
afterAll(() => database.drop());

const as = async (key: string, where = store) => callerFor(where, await people(where)(key));
const anyone = () => callerFor(store, null);

let requests = 0;
async function invite(address: string | null, role: Role = 'observer', stakeholder: string | null = null) {
  const facilitator = await as('facilitator');
  const invitations = [{ address, role, stakeholder }];
  const made = await facilitator.member.invite({
    negotiation: LOG,
    idempotencyKey: `invite ${requests++}`,
    invitations,
  });
  const [first] = made;
  if (first === undefined) throw new Error('nobody was invited');
  return { invitation: first.invitation, token: first.path?.slice('/join/'.length) ?? '' };
}

async function statusOf(invitation: string) {
  const list = await (await as('facilitator')).member.invitations({ negotiation: LOG });
  return list.find((each) => each.invitation === invitation);
}

/** What happens in 14 days, now: the log is not changed, its state as it is remembered is. */
async function letExpire(invitation: string, where: Store = store) {
  const known = await where.states.newest(LOG);
  const stands = known && own(known.state.invitations, invitation);
  if (known === null || stands === undefined || stands === null) throw new Error('no such invitation');
  const invitations = {
    ...known.state.invitations,
    [invitation]: { ...stands, expiresAt: '2026-01-01T00:00:00.000Z' },
  };
  where.states.forget(LOG);
  where.states.put(LOG, { ...known, state: { ...known.state, invitations } });
}

/**
 * Keeps everyone from appending, who by then have looked at all that they look at before.
 * @returns how to let go, once so many wait.
 */
async function holdHead(pool: Store['pool']): Promise<(waiting: number) => Promise<void>> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM log WHERE log = $1 FOR UPDATE', [LOG]);
  const waitingNow = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return async (waiting) => {
    // By another connection: a transaction sees these rows as it first saw them.
    while (((await pool.query(waitingNow)).rowCount ?? 0) < waiting) await sleep(10);
    await client.query('COMMIT');
    client.release();
  };
}

describe('an invitation by letter', () => {
  it('leads from the letter to an account, a seat and the log, and says on the way how far it came', async () => {
    const { invitation } = await invite('zoe@new.example', 'delegate', 'lab-aurora');
    expect(await statusOf(invitation)).toMatchObject({ status: 'sent', address: 'zoe@new.example' });
    const letter = await letterTo(store, 'zoe@new.example', 'invitation');
    const token = tokenIn(letter, '/join/');
    expect(await anyone().invitation.look({ token })).toMatchObject({
      kind: 'good',
      role: 'delegate',
      stakeholder: 'Aurora Labs',
      address: 'zoe@new.example',
      hasAccount: false,
    });
    expect(await statusOf(invitation)).toMatchObject({ status: 'opened' });
    const joined = await anyone().account.signUp({
      token,
      name: 'Zoe Quill',
      email: 'Zoe@New.Example',
      password: PASSWORD,
    });
    expect(joined).toEqual({ negotiation: LOG });
    expect(await statusOf(invitation)).toMatchObject({ status: 'joined', name: 'Zoe Quill' });
    expect(await signIn(store, { email: 'zoe@new.example', password: PASSWORD }, 'm')).toMatchObject({
      ok: true,
    });
    // The address was proved by the letter: nothing is left to confirm.
    const account = await store.prisma.user.findUniqueOrThrow({ where: { email: 'zoe@new.example' } });
    expect(account.claimedEmail).toBeNull();
    const { rows } = await store.pool.query<{ bytes: string }>(
      `SELECT bytes FROM event WHERE log = $1 AND type LIKE 'member.%'`,
      [LOG],
    );
    const said = rows.map(({ bytes }) => bytes).join('\n');
    expect(said).toContain(invitation);
    expect(said).not.toMatch(/zoe[ @]|quill/i);
  });

  it('stands at rest by hashes alone, and each letter that left works', async () => {
    const { invitation } = await invite('two@new.example');
    const first = tokenIn(await letterTo(store, 'two@new.example', 'invitation'), '/join/');
    const second = tokenIn(await letterTo(store, 'two@new.example', 'invitation'), '/join/');
    expect(first).not.toBe(second);
    const dump = await store.pool.query<{ text: string }>(
      'SELECT i::text || t::text AS text FROM invitation i JOIN invitation_token t USING (log, invitation) WHERE invitation = $1',
      [invitation],
    );
    expect(dump.rows).toHaveLength(2);
    for (const { text } of dump.rows) for (const token of [first, second]) expect(text).not.toContain(token);
    for (const token of [first, second]) {
      expect(await anyone().invitation.look({ token })).toMatchObject({ kind: 'good' });
    }
  });

  it('tells of an account only to whoever holds the letter to its address', async () => {
    await people(store)('known');
    await invite('known@test.example');
    const token = tokenIn(await letterTo(store, 'known@test.example', 'invitation'), '/join/');
    expect(await anyone().invitation.look({ token })).toMatchObject({ hasAccount: true });
    const taken = { token, name: 'Not Known', email: 'known@test.example', password: PASSWORD };
    await expect(anyone().account.signUp(taken)).rejects.toThrow('Sign in with it to join');
    const link = await invite(null);
    const claimed = await anyone().account.signUp({ ...taken, token: link.token });
    expect(claimed).toEqual({ negotiation: LOG });
  });
});

describe('an invitation by link', () => {
  it('is told once, and joins whoever is signed in; again by them it leads to the negotiation', async () => {
    const { invitation, token } = await invite(null, 'auditor');
    const guest = await as('guest');
    expect(await guest.negotiation.join({ token })).toEqual({ negotiation: LOG });
    expect(await guest.negotiation.join({ token })).toEqual({ negotiation: LOG });
    expect(await guest.invitation.look({ token })).toEqual({ kind: 'mine', negotiation: LOG });
    expect(await anyone().invitation.look({ token })).toEqual({ kind: 'gone' });
    expect(await statusOf(invitation)).toMatchObject({ status: 'joined', name: 'guest' });
    expect((await guest.negotiation.get({ negotiation: LOG })).me.roles).toEqual(['auditor']);
  });

  it('takes one of two who come at once, on two servers, and leaves no account of the other', async () => {
    const { token } = await invite(null);
    const before = await store.prisma.user.count();
    const comer = (where: Store, name: string) =>
      callerFor(where, null).account.signUp({
        token,
        name,
        email: `${name}@new.example`,
        password: PASSWORD,
      });
    const letGo = await holdHead(store.pool);
    const both = Promise.allSettled([comer(store, 'anna'), comer(other, 'bert')]);
    await letGo(2);
    const outcomes = await both;
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await store.prisma.user.count()).toBe(before + 1);
  });

  it('says the same when it was never good, was taken back and has expired, and can be made anew', async () => {
    const revoked = await invite(null);
    const facilitator = await as('facilitator');
    const { invitation } = revoked;
    await facilitator.member.revoke({ negotiation: LOG, idempotencyKey: 'revoke', invitation });
    expect(await statusOf(invitation)).toMatchObject({ status: 'revoked' });
    const expired = await invite(null);
    await letExpire(expired.invitation);
    const guest = await as('late-guest');
    for (const token of [revoked.token, expired.token, 'never-made']) {
      expect(await guest.invitation.look({ token })).toEqual({ kind: 'gone' });
      await expect(guest.negotiation.join({ token })).rejects.toThrow('not good, or no longer');
    }
    const again = await facilitator.member.inviteAgain({
      negotiation: LOG,
      idempotencyKey: 'again',
      invitation,
    });
    const token = again.path?.slice('/join/'.length) ?? '';
    expect(await guest.negotiation.join({ token })).toEqual({ negotiation: LOG });
  });

  it('is not found by guessing', async () => {
    const guesser = callerFor(store, null, undefined, '10.9.9.9');
    const guess = (n: number) => guesser.invitation.look({ token: `guess ${n}` });
    for (let n = 0; n < 30; n++) expect(await guess(n)).toEqual({ kind: 'gone' });
    await expect(guess(30)).rejects.toThrow('Too many tries');
    const good = await invite(null);
    await expect(guesser.invitation.look({ token: good.token })).rejects.toThrow('Too many tries');
  });
});

it('invites all rows or, with a fault in any, none, and says which', async () => {
  const facilitator = await as('facilitator');
  const rows = [
    { address: 'one@rows.example', role: 'delegate', stakeholder: 'lab-aurora' },
    { address: 'one@rows.example', role: 'delegate', stakeholder: 'lab-aurora' },
    { address: 'two@rows.example', role: 'delegate', stakeholder: null },
    { address: 'three@rows.example', role: 'auditor', stakeholder: 'nobody' },
    { address: 'four@rows.example', role: 'delegate', stakeholder: 'nobody' },
  ] as const;
  const before = (await facilitator.member.invitations({ negotiation: LOG })).length;
  const ask = (invitations: readonly (typeof rows)[number][], idempotencyKey: string) =>
    facilitator.member.invite({ negotiation: LOG, idempotencyKey, invitations: [...invitations] });
  await expect(ask(rows, 'rows')).rejects.toMatchObject({
    refusal: { faults: [{ path: 'row 2' }, { path: 'row 3' }, { path: 'row 4' }, { path: 'row 5' }] },
  });
  expect(await facilitator.member.invitations({ negotiation: LOG })).toHaveLength(before);
  await ask(rows.slice(0, 1), 'rows');
  await ask(rows.slice(0, 1), 'rows');
  expect(await facilitator.member.invitations({ negotiation: LOG })).toHaveLength(before + 1);
});
