import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { authSecret } from './secret';
import { sessionIdOf } from './session-token';

beforeEach(() => {
  process.env['NEXTAUTH_SECRET'] = 'a secret for the tests of cookies';
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
});
afterEach(() => vi.useRealTimers());

const cookie = (sid: string, maxAge: number) =>
  encode({ token: { sid }, secret: authSecret().secret, maxAge });

it('names the session, the first time and again', async () => {
  const [one, two] = [await cookie('one', 60), await cookie('two', 60)];
  for (const _ of [1, 2]) {
    expect(await sessionIdOf(one)).toBe('one');
    expect(await sessionIdOf(two)).toBe('two');
  }
});

it('is worth nothing once it has expired, though it was opened before', async () => {
  const token = await cookie('short', 60);
  expect(await sessionIdOf(token)).toBe('short');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
  expect(await sessionIdOf(token)).toBeNull();
});

it('is worth nothing where another installation made it, or nobody', async () => {
  const foreign = await encode({ token: { sid: 'x' }, secret: 'a secret of somebody else' });
  for (const token of [foreign, 'made up', '']) {
    expect(await sessionIdOf(token)).toBeNull();
    expect(await sessionIdOf(token)).toBeNull();
  }
});
