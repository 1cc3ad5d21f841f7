import type { CommandOf } from '../command';
import type { NewEvent } from '../events/catalogue';
import { profileOf } from '../rules/references';
import { type Desk, type Planned, Prose, plan } from './plan';

/** Profiles: an edit in draft is a proposal with the same id. */

export function proposeProfile(command: CommandOf<'proposeProfile'>, { state, context }: Desk): Planned {
  const prose = new Prose(context);
  const { summary, ...profile } = command.profile;
  const proposed: NewEvent = {
    type: 'profile.proposed',
    data: {
      profile: summary === undefined ? profile : { ...profile, summary: prose.hash(summary) },
      stakeholder: command.stakeholder,
    },
  };
  if (!command.admit || profileOf(state, profile.id)?.status === 'admitted') return prose.plan(proposed);
  return prose.plan(proposed, {
    type: 'profile.admitted',
    data: { profile: profile.id, asDefault: false },
  });
}

export function admitProfile({ profile, asDefault }: CommandOf<'admitProfile'>): Planned {
  return plan({ type: 'profile.admitted', data: { profile, asDefault } });
}

export function refuseProfile(command: CommandOf<'refuseProfile'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { profile } = command;
  return prose.plan({ type: 'profile.refused', data: { profile, reason: prose.hash(command.reason) } });
}

export function withdrawProfile(command: CommandOf<'withdrawProfile'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { profile } = command;
  return prose.plan({ type: 'profile.withdrawn', data: { profile, reason: prose.maybe(command.reason) } });
}
