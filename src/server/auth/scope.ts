/**
 * The permission check. A use case takes a scope for its own procedure, and only this file makes one: a forgotten
 * check does not compile (architecture.md).
 */
import { may, type Procedure } from '@/negotiation/permissions';
import type { Viewer } from '@/negotiation/roles';
import { pseudonymOf } from '../db/pseudonyms';
import type { StateAt } from '../db/states';
import type { Store } from '../db/store';
import { store as processStore } from '../db/store';
import { type Answer, answered, NO_SUCH_NEGOTIATION, ROLE_LACKING, refused, SIGNED_OUT } from '../refusal';
import type { Session } from './read-session';
import { viewerNow, viewerOf } from './viewer';

declare const checked: unique symbol;
declare const likely: unique symbol;

/** Proof that `session` may call procedure `P` of the installation. */
export interface Scope<P extends Procedure> {
  readonly [checked]: P;
  readonly store: Store;
  readonly session: Session | null;
}

/** Proof that the session's user may call `P` in this negotiation, and what the check learned on the way. */
export interface NegotiationScope<P extends Procedure> extends Scope<P> {
  readonly log: string;
  /** Pseudonym of the user in this log; `null` for someone who never had a seat. */
  readonly pseudonym: string | null;
  readonly viewer: Viewer;
  /** The newest state at the time of the check. */
  readonly known: StateAt;
}

/**
 * That the session's user could call `P` when they were looked up last, and the state in memory is the newest: good for
 * an append alone, which looks whether it still holds once it has the head. It reads nothing.
 */
export interface LikelyScope<P extends Procedure> {
  readonly [likely]: P;
  readonly store: Store;
  readonly session: Session;
  readonly log: string;
  readonly pseudonym: string;
  readonly viewer: Viewer;
  /** The check itself. */
  readonly check: () => Promise<Answer<NegotiationScope<P>>>;
}

/** A signed-in user's scope has a session: what a change needs to know its actor. */
export function userOf(scope: Pick<Scope<Procedure>, 'session'>): Session['user'] {
  if (scope.session === null) throw new Error('a procedure for signed-in users was scoped without a session');
  return scope.session.user;
}

export function scopeFor<P extends Procedure>(
  session: Session | null,
  procedure: P,
): Promise<Answer<Scope<P>>>;
export function scopeFor<P extends Procedure>(
  session: Session | null,
  procedure: P,
  negotiation: string,
): Promise<Answer<NegotiationScope<P>>>;
export function scopeFor<P extends Procedure>(
  session: Session | null,
  procedure: P,
  negotiation?: string,
): Promise<Answer<Scope<P> | NegotiationScope<P>>> {
  return negotiation === undefined
    ? scopeIn(processStore(), session, procedure)
    : negotiationScopeIn(processStore(), session, procedure, negotiation);
}

export async function scopeIn<P extends Procedure>(
  store: Store,
  session: Session | null,
  procedure: P,
): Promise<Answer<Scope<P>>> {
  const viewer = viewerOf(null, null, session, '');
  if (!may(procedure, viewer)) return refused(session === null ? SIGNED_OUT : ROLE_LACKING);
  return answered(mint<Scope<P>>({ store, session }));
}

export async function negotiationScopeIn<P extends Procedure>(
  store: Store,
  session: Session | null,
  procedure: P,
  log: string,
): Promise<Answer<NegotiationScope<P>>> {
  const known = await store.states.newest(log);
  const pseudonym =
    known === null || session === null ? null : await pseudonymOf(store, log, session.user.id);
  return negotiationScopeOf(store, { session, pseudonym, known }, procedure, log);
}

/** The same for a request, of which nothing is known but which session it names: one look-up tells all. */
export async function visitorScopeIn<P extends Procedure>(
  store: Store,
  sessionId: string | null,
  procedure: P,
  log: string,
): Promise<Answer<NegotiationScope<P>>> {
  const mark = store.states.mark(log);
  const { session, pseudonym, size } = await store.visits.of({ session: sessionId, log });
  const known = await store.states.reached(log, size, mark);
  return negotiationScopeOf(store, { session, pseudonym, known }, procedure, log);
}

/** By memory, where it permits the call; otherwise by the check. */
export async function appendScopeIn<P extends Procedure>(
  store: Store,
  sessionId: string | null,
  procedure: P,
  log: string,
): Promise<Answer<LikelyScope<P> | NegotiationScope<P>>> {
  const check = () => visitorScopeIn(store, sessionId, procedure, log);
  const state = store.states.kept(log);
  const visitor = store.visits.remembered({ session: sessionId, log });
  if (state === null || visitor === null) return check();
  const viewer = viewerOf(state, visitor.pseudonym, visitor.session, '');
  if (!may('negotiation.get', viewer, state.public) || !may(procedure, viewer, state.public)) return check();
  return answered(mint<LikelyScope<P>>({ store, ...visitor, log, viewer, check }));
}

interface Visitor {
  readonly session: Session | null;
  readonly pseudonym: string | null;
  readonly known: StateAt | null;
}

async function negotiationScopeOf<P extends Procedure>(
  store: Store,
  { session, pseudonym, known }: Visitor,
  procedure: P,
  log: string,
): Promise<Answer<NegotiationScope<P>>> {
  const viewer = await viewerNow(store, known?.state ?? null, pseudonym, session);
  const isPublic = known?.state.public ?? false;
  // Whoever may not read a negotiation gets the answer for one that does not exist, signed in or not.
  if (known === null || !may('negotiation.get', viewer, isPublic)) {
    return refused(session === null ? SIGNED_OUT : NO_SUCH_NEGOTIATION);
  }
  if (!may(procedure, viewer, isPublic)) return refused(session === null ? SIGNED_OUT : ROLE_LACKING);
  return answered(mint<NegotiationScope<P>>({ store, session, log, pseudonym, viewer, known }));
}

/** The brand exists for the compiler alone. */
function mint<S extends object>(fields: Omit<S, typeof checked | typeof likely>): S;
function mint(fields: object): object {
  return Object.freeze(fields);
}
