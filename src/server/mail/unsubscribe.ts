/** Links by which somebody stops mail of a kind without signing in (RFC 8058): they hold the letter, and that is enough. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { authSecret } from '../auth/secret';
import { isNoticeKind, type NoticeKind } from './message';

export interface Unsubscription {
  readonly user: string;
  readonly kind: NoticeKind;
}

/** Path and query of the address that takes the unsubscription (http/unsubscribe.ts). */
export function unsubscribePath({ user, kind }: Unsubscription): string {
  return `/api/unsubscribe?${new URLSearchParams({ user, kind, token: tokenOf(user, kind) })}`;
}

/** What a link asks for; `null` for one that this installation did not make. */
export function readUnsubscription(search: URLSearchParams): Unsubscription | null {
  const [user, kind, token] = ['user', 'kind', 'token'].map((name) => search.get(name) ?? '');
  if (user === undefined || kind === undefined || token === undefined || !isNoticeKind(kind)) return null;
  const given = Buffer.from(token, 'base64url');
  const expected = Buffer.from(tokenOf(user, kind), 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected) ? { user, kind } : null;
}

/** The key is used for nothing else, though the secret is. */
function tokenOf(user: string, kind: NoticeKind): string {
  const key = createHmac('sha256', authSecret().secret).update('parley unsubscribe key').digest();
  return createHmac('sha256', key)
    .update(JSON.stringify([user, kind]))
    .digest('base64url');
}
