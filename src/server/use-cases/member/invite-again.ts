/** The same seat offered once more: to the same address, or by another link. */
import { own } from '@/negotiation/state';
import { invitationAgainLimit, invitationLimit } from '../../auth/limits';
import { type NegotiationScope, userOf } from '../../auth/scope';
import { databaseNow } from '../../db/clock';
import { invitationsOf } from '../../db/invitations';
import {
  type Answer,
  answered,
  NO_SUCH_INVITATION,
  ROLE_LACKING,
  refused,
  tooManyInvitations,
} from '../../refusal';
import { fingerprint } from '../fingerprint';
import { expiryFrom, handOut, type Invited, invitationId } from './invite';

/** One that is still good goes out again under a further secret; of one that is not, another one is made. */
export async function inviteAgain(
  scope: NegotiationScope<'member.inviteAgain'>,
  invitation: string,
  idempotencyKey: string,
): Promise<Answer<Invited>> {
  const { store, log, known, pseudonym } = scope;
  if (pseudonym === null) return refused(ROLE_LACKING);
  const stands = own(known.state.invitations, invitation);
  const row = (await invitationsOf(store.pool, log)).find((each) => each.invitation === invitation);
  if (stands === undefined || stands.status === 'used') return refused(NO_SUCH_INVITATION);
  const address = row?.email ?? null;
  const now = await databaseNow(store.pool);
  const userId = userOf(scope).id;
  if (address !== null) {
    const exceeded =
      (await invitationAgainLimit(store).take([userId, log, address], 1)) ??
      (await invitationLimit(store).take([userId], 1));
    if (exceeded !== null) return refused(tooManyInvitations(exceeded, 1));
  }
  if (stands.status === 'open' && now <= stands.expiresAt) {
    return answered(await handOut(scope, invitation, address, 'again'));
  }
  const { role, stakeholder } = stands;
  const anew = invitationId(userId, log, idempotencyKey, 0);
  const answer = await store.appender.append({
    log,
    actor: pseudonym,
    command: { kind: 'invite', invitation: anew, role, stakeholder, expiresAt: expiryFrom(now) },
    key: { userId, key: idempotencyKey, body: fingerprint({ again: invitation }) },
  });
  return answer.ok ? answered(await handOut(scope, anew, address, 'once')) : answer;
}
