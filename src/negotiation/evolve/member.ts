import type { EventOf } from '../events/event';
import type { Member } from '../roles';
import { type CommentEntry, own } from '../state';
import type { Kernel } from './kernel';

/** Members and their seats, briefings, comments, commitments. */

export function memberInvited(kernel: Kernel, { data }: EventOf<'member.invited'>): void {
  const { invitation, expiresAt } = data;
  kernel.invitations[invitation] = {
    role: data.role,
    stakeholder: data.stakeholder,
    expiresAt,
    status: 'open',
  };
}

export function memberJoined(kernel: Kernel, { actor, data }: EventOf<'member.joined'>): void {
  kernel.members.push({ pseudonym: actor, role: data.role, stakeholder: data.stakeholder });
  if (data.invitation === null) kernel.owes = [];
  const invitation = data.invitation === null ? undefined : own(kernel.invitations, data.invitation);
  if (data.invitation !== null && invitation) {
    kernel.invitations[data.invitation] = { ...invitation, status: 'used' };
  }
}

/** Deputies whom a removed delegate appointed go too. */
export function memberRemoved(kernel: Kernel, { data }: EventOf<'member.removed'>): void {
  const { member, invitation } = data;
  if (member !== null) {
    kernel.members = kernel.members.filter((seat) => !sameSeat(seat, member));
    kernel.deputies = kernel.deputies.filter(
      (deputy) =>
        member.role !== 'delegate' ||
        deputy.by !== member.pseudonym ||
        deputy.stakeholder !== member.stakeholder,
    );
  }
  const revoked = invitation === null ? undefined : own(kernel.invitations, invitation);
  if (invitation !== null && revoked) kernel.invitations[invitation] = { ...revoked, status: 'revoked' };
}

export function sameSeat(a: Member, b: Member): boolean {
  return a.pseudonym === b.pseudonym && a.role === b.role && a.stakeholder === b.stakeholder;
}

export function memberDeputised(kernel: Kernel, { actor, data }: EventOf<'member.deputised'>): void {
  const { stakeholder, deputy, from, until } = data;
  kernel.deputies = kernel.deputies.filter(
    (other) => other.stakeholder !== stakeholder || other.pseudonym !== deputy,
  );
  if (from < until) kernel.deputies.push({ stakeholder, pseudonym: deputy, by: actor, from, until });
}

export function briefingPublished(kernel: Kernel, { data }: EventOf<'briefing.published'>): void {
  const entry = { ...data.briefing, version: data.version, text: data.text };
  const index = kernel.briefings.findIndex(({ id }) => id === entry.id);
  if (index < 0) kernel.briefings.push(entry);
  else kernel.briefings[index] = entry;
}

export function briefingAcknowledged(kernel: Kernel, { at, data }: EventOf<'briefing.acknowledged'>): void {
  kernel.acknowledgements.push({ ...data, at, imported: false });
  kernel.acknowledged[`${data.stakeholder} ${data.briefing}`] = data.version;
}

export function commentPosted(
  kernel: Kernel,
  { position, at, actor, data }: EventOf<'comment.posted'>,
): void {
  kernel.comments[position] = { ...data, position, at, actor, earlier: [] };
}

export function commentChanged(kernel: Kernel, position: number, text: string | null): void {
  const comment = own(kernel.comments, String(position));
  if (comment === undefined) return;
  const earlier = comment.text === null ? comment.earlier : [...comment.earlier, comment.text];
  const changed: CommentEntry = { ...comment, text, earlier: text === null ? [] : earlier };
  kernel.comments[position] = changed;
}

export function commitmentReported(kernel: Kernel, event: EventOf<'commitment.reported'>): void {
  const { position, at } = event;
  const { stakeholder, status, evidence } = event.data;
  const commitment = own(kernel.commitments, stakeholder);
  if (commitment === undefined) return;
  kernel.commitments[stakeholder] = {
    ...commitment,
    reports: [...commitment.reports, { position, at, status, evidence }],
  };
}

export function commitmentDisputed(kernel: Kernel, event: EventOf<'commitment.disputed'>): void {
  const { position, at } = event;
  const { stakeholder, report, by, reason } = event.data;
  const commitment = own(kernel.commitments, stakeholder);
  if (commitment === undefined) return;
  kernel.commitments[stakeholder] = {
    ...commitment,
    disputes: [...commitment.disputes, { position, at, report, by, reason }],
  };
}
