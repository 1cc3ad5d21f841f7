/** From a request's cookies to the session row, on every request: without its row a cookie is worth nothing. */
import { findSession, type Session } from '../db/sessions';
import type { Store } from '../db/store';
import { sessionCookieName } from './secret';
import { sessionIdOf } from './session-token';

export type { Session } from '../db/sessions';

/** `null` where the reader is signed out: no cookie, one that is not ours, or a session that was ended. */
export async function readSession(store: Store, cookieHeader: string | undefined): Promise<Session | null> {
  const id = await sessionIdIn(cookieHeader);
  return id === null ? null : findSession(store, id);
}

/** What the cookies name, whether or not there is such a session. */
export async function sessionIdIn(cookieHeader: string | undefined): Promise<string | null> {
  const token = cookieValue(cookieHeader ?? '', sessionCookieName());
  return token === null ? null : sessionIdOf(token);
}

function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
