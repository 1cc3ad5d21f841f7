/** The reader of a page. */
import { headers } from 'next/headers';
import { store } from '../db/store';
import { readSession, type Session } from './read-session';

export type { Session } from './read-session';

/** Reads the request's cookies, which makes the page dynamic (as the nonce of the content security policy asks). */
export async function currentSession(): Promise<Session | null> {
  return readSession(store(), (await headers()).get('cookie') ?? undefined);
}
