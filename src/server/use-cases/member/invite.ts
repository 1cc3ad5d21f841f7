/** Invites people to seats (product.md §1): by a letter to an address, or by a link that whoever invites passes on. */
import { createHash } from 'node:crypto';
import type { Fault } from '@/negotiation/file/model';
import type { Seat } from '@/negotiation/roles';
import { type NegotiationState, own } from '@/negotiation/state';
import { invitationLimit } from '../../auth/limits';
import { type NegotiationScope, userOf } from '../../auth/scope';
import { newToken, tokenHash } from '../../auth/secret-token';
import { databaseNow } from '../../db/clock';
import { type InvitationRow, invitationsOf, keepInvitation, keepInvitationToken } from '../../db/invitations';
import { inTransaction } from '../../db/pool';
import { dispatch } from '../../mail/dispatch';
import {
  type Answer,
  answered,
  invitationFaults,
  ROLE_LACKING,
  refused,
  tooManyInvitations,
} from '../../refusal';
import { fingerprint } from '../fingerprint';

const DAYS = 14;

export interface Wanted extends Seat {
  /** Lower case; `null`: a link is wanted. */
  readonly address: string | null;
}

export interface Invited {
  readonly invitation: string;
  /** Told this once, where a link was wanted: its secret is kept as a hash alone. */
  readonly path: string | null;
}

/**
 * All of them, or with a fault in any row none. The same key with the same rows invites once; links are then made
 * anew, since the first answer may have been lost.
 */
export async function inviteMembers(
  scope: NegotiationScope<'member.invite'>,
  rows: readonly Wanted[],
  idempotencyKey: string,
): Promise<Answer<readonly Invited[]>> {
  const { store, log, known, pseudonym } = scope;
  if (pseudonym === null) return refused(ROLE_LACKING);
  const userId = userOf(scope).id;
  const now = await databaseNow(store.pool);
  const mine = new Set(rows.map((_, i) => invitationId(userId, log, idempotencyKey, i)));
  const all = await invitationsOf(store.pool, log);
  const earlier = all.filter(({ invitation }) => !mine.has(invitation));
  const faults = rowFaults(known.state, rows, earlier, now);
  if (faults.length > 0) return refused(invitationFaults(faults));
  // What a first request under this key has sent already is not sent again.
  const sent = all.filter(({ invitation, email }) => email !== null && mine.has(invitation)).length;
  const letters = rows.filter(({ address }) => address !== null).length - sent;
  const exceeded = await invitationLimit(store).take([userId], letters);
  if (exceeded !== null) return refused(tooManyInvitations(exceeded, letters));
  const expiresAt = expiryFrom(now);
  const appended = await Promise.all(
    rows.map(({ role, stakeholder, address }, i) =>
      store.appender.append({
        log,
        actor: pseudonym,
        command: {
          kind: 'invite',
          invitation: invitationId(userId, log, idempotencyKey, i),
          role,
          stakeholder,
          expiresAt,
        },
        key: { userId, key: `${idempotencyKey} ${i}`, body: fingerprint({ role, stakeholder, address }) },
      }),
    ),
  );
  for (const answer of appended) if (!answer.ok) return answer;
  return answered(
    await Promise.all(
      rows.map(({ address }, i) =>
        handOut(scope, invitationId(userId, log, idempotencyKey, i), address, 'once'),
      ),
    ),
  );
}

/**
 * Lets an invitation that stands in the log reach somebody: a letter to the address, or a link.
 *
 * @param often `once`: no second letter for the same invitation.
 */
export async function handOut(
  { store, log }: NegotiationScope<'member.invite' | 'member.inviteAgain'>,
  invitation: string,
  address: string | null,
  often: 'once' | 'again',
): Promise<Invited> {
  const token = address === null ? newToken() : null;
  await inTransaction(store.pool, async (client) => {
    const isNew = await keepInvitation(client, log, invitation, address);
    if (token !== null) await keepInvitationToken(client, log, invitation, tokenHash(token));
    // The secret of a letter is made when it leaves, so that none waits in the database.
    if (address !== null && (isNew || often === 'again')) {
      await dispatch(client, { kind: 'invitation', to: { address }, about: { invitation }, log });
    }
  });
  return { invitation, path: token === null ? null : `/join/${token}` };
}

/** What stands against the rows. */
function rowFaults(
  state: NegotiationState,
  rows: readonly Wanted[],
  earlier: readonly InvitationRow[],
  now: string,
): Fault[] {
  const open = new Set(
    earlier.flatMap(({ invitation, email }) => {
      const stands = own(state.invitations, invitation);
      const isOpen = stands?.status === 'open' && now <= stands.expiresAt;
      return isOpen && email !== null ? [sameAs({ ...stands, address: email })] : [];
    }),
  );
  return rows.flatMap((row, i): Fault[] => {
    const fault = (message: string) => [{ path: `row ${i + 1}`, message }];
    if (row.role === 'delegate' && row.stakeholder === null) {
      return fault('a delegate speaks for a stakeholder');
    }
    if (row.role !== 'delegate' && row.stakeholder !== null) {
      return fault('only a delegate speaks for a stakeholder');
    }
    if (row.stakeholder !== null && own(state.stakeholderIndex, row.stakeholder) === undefined) {
      return fault(`there is no stakeholder ${row.stakeholder}`);
    }
    if (row.address === null) return [];
    if (open.has(sameAs(row))) return fault('has an open invitation to this seat already');
    open.add(sameAs(row));
    return [];
  });
}

/** @param now the database's clock. */
export function expiryFrom(now: string): string {
  return new Date(Date.parse(now) + DAYS * 24 * 60 * 60 * 1000).toISOString();
}

function sameAs({ address, role, stakeholder }: Wanted): string {
  return JSON.stringify([address, role, stakeholder]);
}

/** The same for a repeated request, which is how it finds what the first one made. 100 bits of a hash. */
export function invitationId(userId: string, log: string, idempotencyKey: string, row: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([userId, log, idempotencyKey, row]))
    .digest('hex');
  return `i-${digest.slice(0, 25)}`;
}
