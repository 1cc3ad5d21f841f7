import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginSession, endAllSessions, endSession } from '../db/sessions';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { hashPassword } from './password';
import { readSession } from './read-session';
import { authSecret, sessionCookieName } from './secret';
import { signIn } from './sign-in';
import { TRIES_PER_ACCOUNT } from './sign-in-limit';

let database: TestDatabase;
let one: Store;
let two: Store;

beforeAll(async () => {
  process.env['NEXTAUTH_SECRET'] = 'a secret for the tests of sessions';
  database = await freshDatabase();
  one = database.open();
  two = database.open();
  const passwordHash = await hashPassword('right');
  await one.prisma.user.create({ data: { id: 'ada', email: 'ada@test.example', name: 'Ada', passwordHash } });
});
afterAll(() => database.drop());

const attempt = (store: Store, email: string, password: string, address: string) =>
  signIn(store, { email, password }, address);

describe('signing in', () => {
  it('takes the right password, whatever the case of the address, and no other', async () => {
    expect(await attempt(one, 'Ada@Test.example', 'right', '10.0.0.1')).toMatchObject({
      ok: true,
      user: { id: 'ada' },
    });
    expect(await attempt(one, 'ada@test.example', 'wrong', '10.0.0.1')).toEqual({
      ok: false,
      reason: 'wrong',
    });
    expect(await attempt(one, 'nobody@test.example', 'right', '10.0.0.1')).toEqual({
      ok: false,
      reason: 'wrong',
    });
    expect(await signIn(one, { email: ['ada'], password: {} }, '10.0.0.1')).toEqual({
      ok: false,
      reason: 'wrong',
    });
  });

  it('is limited across servers for one account from one address, and for nobody else', async () => {
    for (let i = 0; i < TRIES_PER_ACCOUNT; i++) {
      const answer = await attempt(i % 2 === 0 ? one : two, 'ada@test.example', 'wrong', '10.0.0.2');
      expect(answer).toEqual({ ok: false, reason: 'wrong' });
    }
    for (const store of [one, two]) {
      const answer = await attempt(store, 'ada@test.example', 'right', '10.0.0.2');
      expect(answer).toEqual({ ok: false, reason: 'too-many' });
    }
    expect(await attempt(two, 'ada@test.example', 'right', '10.0.0.3')).toMatchObject({ ok: true });
  });

  it('forgets failures once the password was right', async () => {
    for (let round = 0; round < 2; round++) {
      for (let i = 1; i < TRIES_PER_ACCOUNT; i++) await attempt(one, 'ada@test.example', 'wrong', '10.0.0.4');
      expect(await attempt(one, 'ada@test.example', 'right', '10.0.0.4')).toMatchObject({ ok: true });
    }
  });
});

describe('a session', () => {
  const cookieOf = async (sid: string) =>
    `theme=dark; ${sessionCookieName()}=${await encode({ token: { sid }, secret: authSecret().secret })}`;

  it('is worth nothing once its row is gone, on every server', async () => {
    const sid = await beginSession(one, 'ada');
    const cookie = await cookieOf(sid);
    expect(await readSession(two, cookie)).toMatchObject({ id: sid, user: { email: 'ada@test.example' } });
    await endSession(one, sid);
    expect(await readSession(two, cookie)).toBeNull();
  });

  it('ends on all devices when the user signs out everywhere', async () => {
    const cookies = await Promise.all([1, 2, 3].map(async () => cookieOf(await beginSession(one, 'ada'))));
    await endAllSessions(two, 'ada');
    for (const cookie of cookies) expect(await readSession(one, cookie)).toBeNull();
  });

  it('ends when its time is over', async () => {
    const sid = await beginSession(one, 'ada');
    await one.prisma.session.update({ where: { id: sid }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await readSession(one, await cookieOf(sid))).toBeNull();
  });

  it('cannot be made up', async () => {
    const sid = await beginSession(one, 'ada');
    const forged = await encode({ token: { sid }, secret: 'some other installation' });
    expect(await readSession(one, `${sessionCookieName()}=${forged}`)).toBeNull();
    expect(await readSession(one, `${sessionCookieName()}=${sid}`)).toBeNull();
    expect(await readSession(one, undefined)).toBeNull();
  });
});
