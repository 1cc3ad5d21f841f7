import type { CommandOf } from '../command';
import { refuse } from '../refusals';
import { own } from '../state';
import { type Desk, no, type Planned, Prose, plan } from './plan';

/** Members, invitations, deputies; briefings. */

export function invite({ kind: _kind, ...data }: CommandOf<'invite'>): Planned {
  return plan({ type: 'member.invited', data });
}

export function join({ invitation }: CommandOf<'join'>, { state }: Desk): Planned {
  const invited = own(state.invitations, invitation);
  if (invited === undefined) return no(refuse('invitation.unknown'));
  const { role, stakeholder } = invited;
  return plan({ type: 'member.joined', data: { invitation, role, stakeholder } });
}

export function removeMember({ member }: CommandOf<'removeMember'>): Planned {
  return plan({ type: 'member.removed', data: { member, invitation: null } });
}

/** All seats or none: a facilitator who is the last one keeps what else they hold. */
export function leave({ state, context }: Desk): Planned {
  const seats = state.members.filter(({ pseudonym }) => pseudonym === context.actor);
  if (seats.length === 0) return no(refuse('member.no-seat'));
  return plan(
    ...seats.map((member) => ({ type: 'member.removed' as const, data: { member, invitation: null } })),
  );
}

export function revokeInvitation({ invitation }: CommandOf<'revokeInvitation'>): Planned {
  return plan({ type: 'member.removed', data: { member: null, invitation } });
}

export function deputise({ kind: _kind, ...data }: CommandOf<'deputise'>): Planned {
  return plan({ type: 'member.deputised', data });
}

export function publishBriefing(command: CommandOf<'publishBriefing'>, { state, context }: Desk): Planned {
  const prose = new Prose(context);
  const { briefing } = command;
  const before = state.briefings.find(({ id }) => id === briefing.id);
  const version = (before?.version ?? 0) + 1;
  const text = prose.maybe(command.text);
  return prose.plan({ type: 'briefing.published', data: { briefing, version, text } });
}

export function acknowledge(
  { stakeholder, briefing, version: read }: CommandOf<'acknowledge'>,
  { state }: Desk,
): Planned {
  const version = read ?? state.briefings.find(({ id }) => id === briefing)?.version ?? 1;
  return plan({ type: 'briefing.acknowledged', data: { stakeholder, briefing, version } });
}
