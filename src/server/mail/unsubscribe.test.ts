import { expect, it } from 'vitest';
import { NOTICE_KINDS } from './message';
import { readUnsubscription, unsubscribePath } from './unsubscribe';

process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
process.env['NEXTAUTH_SECRET'] ??= 'a secret of the tests of mail';

function searchOf(path: string): URLSearchParams {
  return new URL(path, 'https://parley.test.example').searchParams;
}

it('takes its own links, and none for another person or kind', () => {
  for (const kind of NOTICE_KINDS) {
    const search = searchOf(unsubscribePath({ user: 'somebody', kind }));
    expect(readUnsubscription(search)).toEqual({ user: 'somebody', kind });
    const changed = [
      ['user', 'another'],
      ['kind', kind === 'round.opened' ? 'round.closed' : 'round.opened'],
      ['kind', 'ballot.taken'],
      ['token', ''],
      ['token', `${search.get('token')?.slice(0, -2)}AA`],
    ] as const;
    for (const [name, value] of changed) {
      const other = new URLSearchParams(search);
      other.set(name, value);
      expect(readUnsubscription(other)).toBeNull();
    }
  }
});
