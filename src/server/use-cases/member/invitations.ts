/** The invitations of a negotiation and what became of them, for its facilitators. */
import type { Seat } from '@/negotiation/roles';
import type { NegotiationScope } from '../../auth/scope';
import { databaseNow } from '../../db/clock';
import { invitationsOf, takersOf } from '../../db/invitations';
import { namesIn } from '../../db/pseudonyms';

export type InvitationStatus = 'sent' | 'opened' | 'joined' | 'expired' | 'revoked';

export interface InvitationEntry extends Seat {
  readonly invitation: string;
  /** `null` where it was given as a link, or went to somebody who has left the installation. */
  readonly address: string | null;
  readonly status: InvitationStatus;
  readonly expiresAt: string;
  /** Who took it, where they are still known. */
  readonly name: string | null;
}

/** In the order in which they were made, newest first. */
export async function listInvitations({
  store,
  log,
  known: { state },
}: NegotiationScope<'member.invitations'>): Promise<readonly InvitationEntry[]> {
  const [rows, takers, names, now] = await Promise.all([
    invitationsOf(store.pool, log),
    takersOf(store.pool, log),
    namesIn(store, log),
    databaseNow(store.pool),
  ]);
  const byId = new Map(rows.map((row) => [row.invitation, row]));
  const entries = Object.entries(state.invitations).map(
    ([invitation, { role, stakeholder, status, expiresAt }]): InvitationEntry => {
      const row = byId.get(invitation);
      const taker = takers.get(invitation);
      return {
        invitation,
        role,
        stakeholder,
        expiresAt,
        address: row?.email ?? null,
        name: taker === undefined ? null : (names.get(taker) ?? null),
        status: statusOf(status, expiresAt < now, row?.openedAt != null),
      };
    },
  );
  return entries.reverse();
}

function statusOf(
  status: 'open' | 'used' | 'revoked',
  hasExpired: boolean,
  wasOpened: boolean,
): InvitationStatus {
  if (status === 'used') return 'joined';
  if (status === 'revoked') return 'revoked';
  if (hasExpired) return 'expired';
  return wasOpened ? 'opened' : 'sent';
}
