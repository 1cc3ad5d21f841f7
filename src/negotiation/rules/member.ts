import { isFacilitator } from '../authority';
import type { EventOf } from '../events/event';
import { sameSeat } from '../evolve/member';
import { refuse } from '../refusals';
import type { Seat } from '../roles';
import { type NegotiationState, own } from '../state';
import { first, type Judgement, unless } from './judgement';
import { known } from './references';

/** Members and their invitations (product.md §1; secrets and addresses stay beside the log). */

function soundSeat(state: NegotiationState, { role, stakeholder }: Seat): Judgement {
  return first(
    () => unless((role === 'delegate') === (stakeholder !== null), 'member.seat'),
    () => (stakeholder === null ? null : known(state, 'stakeholder', stakeholder)),
  );
}

export function judgeInvited(state: NegotiationState, { at, data }: EventOf<'member.invited'>): Judgement {
  const id = data.invitation;
  return first(
    () => soundSeat(state, data),
    () => unless(own(state.invitations, id) === undefined, 'exists.id', { kind: 'invitation', id }),
    () => unless(data.expiresAt > at, 'invitation.past'),
  );
}

/** Single use, until it expires or is taken back. */
export function judgeJoined(state: NegotiationState, event: EventOf<'member.joined'>): Judgement {
  const { actor, at, data } = event;
  const invitation = data.invitation === null ? undefined : own(state.invitations, data.invitation);
  if (invitation === undefined) return refuse('invitation.unknown');
  const seat = { pseudonym: actor, role: data.role, stakeholder: data.stakeholder };
  return first(
    () => unless(invitation.status !== 'used', 'invitation.used'),
    () => unless(invitation.status !== 'revoked', 'invitation.revoked'),
    () => unless(at <= invitation.expiresAt, 'invitation.expired', { at: invitation.expiresAt }),
    () =>
      unless(
        data.role === invitation.role && data.stakeholder === invitation.stakeholder,
        'invitation.unknown',
      ),
    () => unless(!state.members.some((member) => sameSeat(member, seat)), 'member.already'),
  );
}

/** By a facilitator, or a member who leaves. Somebody must be left who can move the negotiation. */
export function judgeRemoved(state: NegotiationState, event: EventOf<'member.removed'>): Judgement {
  const { member, invitation } = event.data;
  const leaves = member !== null && invitation === null && member.pseudonym === event.actor;
  if (!leaves && !isFacilitator(state, event.actor)) return refuse('forbidden.facilitator');
  if (member !== null && invitation === null) {
    const facilitators = state.members.filter(({ role }) => role === 'facilitator');
    return first(
      () =>
        unless(
          state.members.some((seat) => sameSeat(seat, member)),
          'member.unknown',
        ),
      () => unless(member.role !== 'facilitator' || facilitators.length > 1, 'member.last-facilitator'),
    );
  }
  if (invitation === null || member !== null) return refuse('member.unknown');
  const revoked = own(state.invitations, invitation);
  return first(
    () => unless(revoked !== undefined, 'invitation.unknown'),
    () => unless(revoked?.status !== 'used', 'invitation.used'),
    () => unless(revoked?.status !== 'revoked', 'invitation.revoked'),
  );
}

/** A period that has ended, or is empty, takes the deputy's rights back. */
export function judgeDeputised(state: NegotiationState, event: EventOf<'member.deputised'>): Judgement {
  const { actor, data } = event;
  const stands = state.deputies.some(
    ({ stakeholder, pseudonym }) => stakeholder === data.stakeholder && pseudonym === data.deputy,
  );
  return first(
    () => unless(data.deputy !== actor, 'member.deputy-self'),
    () => unless(stands || data.from < data.until, 'member.deputy-period'),
  );
}
