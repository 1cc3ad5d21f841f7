/** From a request's cookies to the session row, on every request: without its row a cookie is worth nothing. */
import { decode } from 'next-auth/jwt';
import { findSession, type Session } from '../db/sessions';
import type { Store } from '../db/store';
import { authSecret, sessionCookieName } from './secret';

export type { Session } from '../db/sessions';

/** `null` where the reader is signed out: no cookie, one that is not ours, or a session that was ended. */
export async function readSession(store: Store, cookieHeader: string | undefined): Promise<Session | null> {
  const token = cookieValue(cookieHeader ?? '', sessionCookieName());
  if (token === null) return null;
  const id = await sessionIdOf(token);
  return id === null ? null : findSession(store, id);
}

async function sessionIdOf(token: string): Promise<string | null> {
  try {
    const claims = await decode({ token, secret: authSecret().secret });
    const id = claims?.['sid'];
    return typeof id === 'string' ? id : null;
  } catch {
    // Expired, of another installation, or made up: all the same to us.
    return null;
  }
}

function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
