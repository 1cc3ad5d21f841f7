/** What an invitation offers, to whoever holds its link. */
import type { Role } from '@/negotiation/roles';
import type { Scope } from '../../auth/scope';
import { findCandidates } from '../../db/accounts';
import { markOpened } from '../../db/invitations';
import { pseudonymOf } from '../../db/pseudonyms';
import { type Answer, answered } from '../../refusal';
import { holdsSeat, offerOf } from './good-invitation';

export type InvitationLook =
  | { readonly kind: 'gone' }
  | { readonly kind: 'mine'; readonly negotiation: string }
  | {
      readonly kind: 'good';
      readonly negotiation: string;
      readonly title: string;
      readonly role: Role;
      /** Name of the stakeholder that the seat speaks for. */
      readonly stakeholder: string | null;
      readonly expiresAt: string;
      /** Where it was sent, and whether an account has that address: whoever holds the letter may know both. */
      readonly address: string | null;
      readonly hasAccount: boolean;
      /** The reader holds the seat already. */
      readonly seated: boolean;
    };

/** Marks the invitation as opened. */
export async function lookAtInvitation(
  { store, session }: Scope<'invitation.look'>,
  token: string,
  machine: string,
): Promise<Answer<InvitationLook>> {
  const userId = session?.user.id ?? null;
  const offer = await offerOf(store, token, userId, machine);
  if (!offer.ok) return offer;
  if (offer.value.kind === 'gone') return answered({ kind: 'gone' });
  if (offer.value.kind === 'mine') return answered({ kind: 'mine', negotiation: offer.value.log });
  const { found, invited, state } = offer.value;
  const { log, invitation, email } = found;
  await markOpened(store.pool, log, invitation);
  const pseudonym = userId === null ? null : await pseudonymOf(store, log, userId);
  return answered({
    kind: 'good',
    negotiation: log,
    title: state.title,
    role: invited.role,
    stakeholder: state.stakeholders.find(({ id }) => id === invited.stakeholder)?.name ?? null,
    expiresAt: invited.expiresAt,
    address: email,
    hasAccount: email !== null && (await findCandidates(store, email)).owner !== null,
    seated: pseudonym !== null && holdsSeat(state, pseudonym, invited),
  });
}
