import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../auth/password';
import { readSession, type Session } from '../../auth/read-session';
import { signIn } from '../../auth/sign-in';
import { findSession } from '../../db/sessions';
import type { Store } from '../../db/store';
import { cookieFor } from '../../testing/client';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { letterOrNone, letterTo, tokenIn } from '../../testing/letters';
import { accountOf, callerFor, exampleFile, people, playedNegotiation } from '../../testing/negotiation';

const OLD = 'the old password';
const NEW = 'quite another one';

let database: TestDatabase;
let store: Store;
let passwordHash: string;
beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  database = await freshDatabase();
  store = database.open();
  passwordHash = await hashPassword(OLD);
});
afterAll(() => database.drop());

/** An account with the old password, and how it calls. */
async function account(key: string) {
  const id = await accountOf(store, key);
  await store.prisma.user.update({ where: { id }, data: { passwordHash } });
  const session = await people(store)(key);
  return { id, email: session.user.email, session, call: callerFor(store, session) };
}
const anyone = (machine = '127.0.0.1') => callerFor(store, null, undefined, machine);
const signsIn = async (email: string, password: string) =>
  (await signIn(store, { email, password }, 'machine')).ok;
const isThere = async ({ id }: Session) => (await findSession(store, id)) !== null;

describe('a forgotten password', () => {
  it('is chosen anew by a letter, once, and ends every session', async () => {
    const { email, session } = await account('ada');
    await anyone().account.forgot({ email: email.toUpperCase() });
    const first = tokenIn(await letterTo(store, email, 'password.reset'), '/reset/');
    const second = tokenIn(await letterTo(store, email, 'password.reset'), '/reset/');
    const rows = await store.pool.query<{ text: string }>('SELECT t::text AS text FROM account_token t');
    for (const { text } of rows.rows) expect(text).not.toContain(first);
    await expect(anyone().account.reset({ token: first, password: 'eleven char' })).rejects.toThrow('12');
    await anyone().account.reset({ token: first, password: NEW });
    expect([await signsIn(email, NEW), await signsIn(email, OLD)]).toEqual([true, false]);
    expect(await isThere(session)).toBe(false);
    for (const token of [first, second]) {
      await expect(anyone().account.reset({ token, password: OLD })).rejects.toThrow(
        'not good, or no longer',
      );
    }
  });

  it('is set by one of two who come with the same letter at once', async () => {
    const { email } = await account('twice');
    await anyone().account.forgot({ email });
    const token = tokenIn(await letterTo(store, email, 'password.reset'), '/reset/');
    const tries = await Promise.allSettled(
      [NEW, OLD].map((password) => anyone().account.reset({ token, password })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not chosen by a letter that is too old', async () => {
    const { email } = await account('slow');
    await anyone().account.forgot({ email });
    const token = tokenIn(await letterTo(store, email, 'password.reset'), '/reset/');
    await store.pool.query(`UPDATE account_token SET expires_at = expires_at - interval '3 hours'`);
    await expect(anyone().account.reset({ token, password: NEW })).rejects.toThrow('not good, or no longer');
  });

  it('is answered alike for addresses with and without an account, and the letters of one address are few', async () => {
    const { email } = await account('known');
    const nobody = 'nobody@test.example';
    const answers = [];
    for (const asked of [email, nobody]) {
      for (let i = 0; i < 7; i++) answers.push(await anyone(`10.1.0.${i}`).account.forgot({ email: asked }));
    }
    expect(new Set(answers)).toEqual(new Set([null]));
    const { rows } = await store.pool.query<{ address: string; n: number }>(
      `SELECT address, count(*)::int AS n FROM message WHERE address = ANY ($1) GROUP BY address ORDER BY address`,
      [[email, nobody]],
    );
    expect(rows).toEqual([
      { address: email, n: 5 },
      { address: nobody, n: 5 },
    ]);
    expect(await letterOrNone(store, nobody, 'password.reset')).toBeNull();
  });

  it('cannot be asked for without end from one machine, nor its letter be guessed', async () => {
    const machine = '10.2.0.1';
    for (let i = 0; i < 20; i++) await anyone(machine).account.forgot({ email: `n${i}@test.example` });
    await expect(anyone(machine).account.forgot({ email: 'n@test.example' })).rejects.toThrow('Too many');
    const guess = (n: number) => anyone(machine).account.confirm({ token: `guess ${n}` });
    for (let n = 0; n < 30; n++) await expect(guess(n)).rejects.toThrow('not good');
    await expect(guess(30)).rejects.toThrow('Too many');
  });
});

it('changes the password by the old one alone, and ends the other sessions', async () => {
  const { email, session, call } = await account('bea');
  const elsewhere = await cookieFor(store, 'bea');
  await expect(call.account.changePassword({ current: 'wrong', next: NEW })).rejects.toThrow(
    'not your password',
  );
  await call.account.changePassword({ current: OLD, next: NEW });
  expect([await signsIn(email, NEW), await signsIn(email, OLD)]).toEqual([true, false]);
  expect([await isThere(session), await readSession(store, elsewhere)]).toEqual([true, null]);
});

describe('an address', () => {
  it('is another once the letter to it was followed, and the old one is told', async () => {
    const { email, call } = await account('cleo');
    const next = 'cleo@next.example';
    await expect(call.account.changeAddress({ email: next, password: NEW })).rejects.toThrow(
      'not your password',
    );
    await call.account.changeAddress({ email: next, password: OLD });
    expect([await signsIn(email, OLD), await signsIn(next, OLD)]).toEqual([true, false]);
    const token = tokenIn(await letterTo(store, next, 'address.confirm'), '/confirm/');
    expect(await anyone().account.confirm({ token })).toEqual({ email: next });
    expect([await signsIn(email, OLD), await signsIn(next, OLD)]).toEqual([false, true]);
    expect((await letterTo(store, email, 'address.changed')).subject).toContain('was changed');
  });

  it('that another account has is not taken, and whoever asked is answered as for any other', async () => {
    const { email } = await account('owner');
    const { call } = await account('rival');
    expect(await call.account.changeAddress({ email, password: OLD })).toBeNull();
    const letter = await letterTo(store, email, 'address.confirm');
    expect(letter.body.some((part) => 'path' in part)).toBe(false);
    expect((await store.prisma.user.findUniqueOrThrow({ where: { email } })).name).toBe('owner');
  });
});

it('hands out everything that is kept about a person, and nothing of another', async () => {
  await playedNegotiation(store, 'kept', exampleFile('frontier-training'), { mode: 'sealed' });
  const { id, email, call } = await account('lab-aurora');
  const draft = { kind: 'abstain', body: null } as const;
  await call.ballot.saveDraft({ negotiation: 'kept', stakeholder: 'lab-aurora', draft });
  await call.account.setTimeZone({ timeZone: 'Pacific/Auckland' });
  await expect(call.account.setTimeZone({ timeZone: 'Middle/Earth' })).rejects.toThrow('no time zone');
  const data = await call.account.export();
  expect(data.account).toMatchObject({ id, email, timeZone: 'Pacific/Auckland' });
  expect(data.sessions.length).toBeGreaterThan(0);
  expect(data.drafts).toMatchObject([{ negotiation: 'kept', stakeholder: 'lab-aurora' }]);
  const [kept] = data.negotiations;
  expect(kept?.seats).toEqual([{ role: 'delegate', stakeholder: 'lab-aurora' }]);
  expect(kept?.sealedBallots).toMatchObject([{ stakeholder: 'lab-aurora' }]);
  expect(kept?.events.length).toBeGreaterThan(0);
  const said = JSON.stringify(data);
  expect(said).not.toContain(passwordHash);
  expect(said).not.toContain('"stakeholder":"gov-arden"');
});
