/** Who reads: the roles of a person by the newest state, deputies included for as long as they stand in. */
import { type ViewerOf, viewerOf as viewerInNegotiation } from '@/negotiation/authority';
import { ANYONE, type Viewer } from '@/negotiation/roles';
import type { NegotiationState } from '@/negotiation/state';
import { databaseNow } from '../db/clock';
import type { Store } from '../db/store';
import type { Session } from './read-session';

/**
 * Who reads at this moment. Whether a deputy's period runs is judged by the database's clock, like everything that
 * `decide` judges; it is asked for the few who are deputies alone, and nobody else waits for the answer.
 *
 * @param viewers of the state, where it is asked about many.
 */
export function viewerNow(
  store: Store,
  state: NegotiationState | null,
  pseudonym: string | null,
  session: Session | null,
  viewers?: ViewerOf,
): Viewer | Promise<Viewer> {
  const of = (now: string) => viewerOf(state, pseudonym, session, now, viewers);
  const isDeputy = state?.deputies.some((deputy) => deputy.pseudonym === pseudonym) ?? false;
  return isDeputy ? databaseNow(store.pool).then(of) : of('');
}

/** @param now RFC 3339, UTC: whether a deputy's period runs. */
export function viewerOf(
  state: NegotiationState | null,
  pseudonym: string | null,
  session: Session | null,
  now: string,
  viewers: ViewerOf = (actor, at) => (state === null ? ANYONE : viewerInNegotiation(state, actor, at)),
): Viewer {
  if (session === null) return ANYONE;
  const seated = pseudonym === null ? ANYONE : viewers(pseudonym, now);
  return { ...seated, signedIn: true, administrator: session.user.administrator };
}
