/** What every procedure is given: the store, and whose request it is. */
import type { IncomingMessage } from 'node:http';
import { readSession, type Session } from '../auth/read-session';
import type { Store } from '../db/store';
import { ADDRESS_HEADER } from '../http/address';
import type { Hub } from '../live/hub';

export interface Context {
  readonly store: Store;
  readonly hub: Hub;
  readonly session: Session | null;
  /** Of the machine at the other end, for limits on tries. */
  readonly address: string;
}

export async function contextOf(store: Store, hub: Hub, request: IncomingMessage): Promise<Context> {
  const address = String(request.headers[ADDRESS_HEADER] ?? 'unknown');
  return { store, hub, session: await readSession(store, request.headers.cookie), address };
}
