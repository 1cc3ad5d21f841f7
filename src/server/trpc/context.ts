/** What every procedure is given: the store, and whose request it is. */
import type { IncomingMessage } from 'node:http';
import { readSession, type Session } from '../auth/read-session';
import type { Store } from '../db/store';
import type { Hub } from '../live/hub';

export interface Context {
  readonly store: Store;
  readonly hub: Hub;
  readonly session: Session | null;
}

export async function contextOf(store: Store, hub: Hub, request: IncomingMessage): Promise<Context> {
  return { store, hub, session: await readSession(store, request.headers.cookie) };
}
