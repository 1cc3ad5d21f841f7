/** Who reads: the roles of a person by the newest state, deputies included for as long as they stand in. */
import { viewerOf as viewerInNegotiation } from '@/negotiation/authority';
import { ANYONE, type Viewer } from '@/negotiation/roles';
import type { NegotiationState } from '@/negotiation/state';
import type { Session } from './read-session';

/** @param now RFC 3339, UTC: whether a deputy's period runs. */
export function viewerOf(
  state: NegotiationState | null,
  pseudonym: string | null,
  session: Session | null,
  now: string,
): Viewer {
  if (session === null) return ANYONE;
  const seated = state !== null && pseudonym !== null ? viewerInNegotiation(state, pseudonym, now) : ANYONE;
  return { ...seated, signedIn: true, administrator: session.user.administrator };
}
