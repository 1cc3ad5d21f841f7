/** What every procedure is given: the store, and whose request it is. */
import type { IncomingMessage } from 'node:http';
import type { Procedure } from '@/negotiation/permissions';
import { readSession, type Session, sessionIdIn } from '../auth/read-session';
import { appendScopeIn, type LikelyScope, type NegotiationScope, visitorScopeIn } from '../auth/scope';
import type { Store } from '../db/store';
import { ADDRESS_HEADER } from '../http/address';
import type { Hub } from '../live/hub';
import type { Answer } from '../refusal';

export interface Context {
  readonly store: Store;
  readonly hub: Hub;
  /** Of the machine at the other end, for limits on tries. */
  readonly address: string;
  /** Who asks; `null`: signed out. */
  readonly session: () => Promise<Session | null>;
  /** The permission check of a procedure of a negotiation, for who asks. */
  readonly scope: <P extends Procedure>(procedure: P, log: string) => Promise<Answer<NegotiationScope<P>>>;
  /** The same for a procedure that appends and does nothing else. */
  readonly appendScope: <P extends Procedure>(
    procedure: P,
    log: string,
  ) => Promise<Answer<LikelyScope<P> | NegotiationScope<P>>>;
}

/** Nothing is asked of the database here: who asks is looked up with what the procedure needs of it. */
export function contextOf(store: Store, hub: Hub, { headers }: IncomingMessage): Context {
  return {
    store,
    hub,
    address: String(headers[ADDRESS_HEADER] ?? 'unknown'),
    session: () => readSession(store, headers.cookie),
    scope: async (procedure, log) => visitorScopeIn(store, await sessionIdIn(headers.cookie), procedure, log),
    appendScope: async (procedure, log) =>
      appendScopeIn(store, await sessionIdIn(headers.cookie), procedure, log),
  };
}
