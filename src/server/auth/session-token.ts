/** What a session's cookie says: which row of sessions. Whether there is such a row is asked on every request. */
import { decode } from 'next-auth/jwt';
import { authSecret } from './secret';

interface Read {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** A cookie is sent with every request, and opening it costs a millisecond: those used last are kept open. */
const MOST = 2_000;

/** Least recently used first, as a Map keeps the order of insertion. */
const opened = new Map<string, Read>();

/** `null` for what is expired, of another installation, or made up. */
export async function sessionIdOf(token: string): Promise<string | null> {
  const kept = opened.get(token);
  opened.delete(token);
  const read = kept !== undefined && kept.until > Date.now() ? kept : await open(token);
  if (read === null) return null;
  opened.set(token, read);
  const oldest = opened.keys().next();
  if (opened.size > MOST && oldest.done !== true) opened.delete(oldest.value);
  return read.id;
}

async function open(token: string): Promise<Read | null> {
  try {
    const claims = await decode({ token, secret: authSecret().secret });
    const id = claims?.['sid'];
    const exp = claims?.['exp'];
    // One without an end is opened each time.
    return typeof id === 'string' ? { id, until: typeof exp === 'number' ? exp * 1000 : 0 } : null;
  } catch {
    return null;
  }
}
