/** From the secret in a link to the seat that it offers. */
import type { Invitation, NegotiationState } from '@/negotiation/state';
import { own } from '@/negotiation/state';
import { tokenLimit } from '../../auth/limits';
import { tokenHash } from '../../auth/secret-token';
import { type FoundInvitation, findInvitation } from '../../db/invitations';
import { pseudonymOf } from '../../db/pseudonyms';
import type { Store } from '../../db/store';
import { type Answer, answered, refused, TOO_MANY_TRIES } from '../../refusal';

export type Offer =
  | {
      readonly kind: 'good';
      readonly found: FoundInvitation;
      readonly invited: Invitation;
      readonly state: NegotiationState;
    }
  /** The reader has taken it. */
  | { readonly kind: 'mine'; readonly log: string }
  /** Never there, used, taken back or expired: which of these, nobody learns from a link. */
  | { readonly kind: 'gone' };

/**
 * Wrong secrets are counted by the machine that they come from.
 *
 * @param userId of who asks, if they are signed in.
 */
export async function offerOf(
  store: Store,
  token: string,
  userId: string | null,
  machine: string,
): Promise<Answer<Offer>> {
  const limit = tokenLimit(store);
  if (!(await limit.allow([machine]))) return refused(TOO_MANY_TRIES);
  const found = await findInvitation(store.pool, tokenHash(token));
  if (found === null) return answered({ kind: 'gone' });
  await limit.forgive([machine]);
  const { log, invitation, now } = found;
  const state = (await store.states.newest(log))?.state;
  const invited = state === undefined ? undefined : own(state.invitations, invitation);
  if (state === undefined || invited === undefined) return answered({ kind: 'gone' });
  if (invited.status === 'open' && now <= invited.expiresAt && state.phase.kind !== 'archived') {
    return answered({ kind: 'good', found, invited, state });
  }
  const pseudonym = userId === null ? null : await pseudonymOf(store, log, userId);
  const isMine = invited.status === 'used' && pseudonym !== null && holdsSeat(state, pseudonym, invited);
  return answered(isMine ? { kind: 'mine', log } : { kind: 'gone' });
}

export function holdsSeat(
  { members }: NegotiationState,
  pseudonym: string,
  { role, stakeholder }: Pick<Invitation, 'role' | 'stakeholder'>,
): boolean {
  return members.some(
    (member) => member.pseudonym === pseudonym && member.role === role && member.stakeholder === stakeholder,
  );
}
