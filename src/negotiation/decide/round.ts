import type { CommandOf } from '../command';
import type { NewEvent } from '../events/catalogue';
import { refuse } from '../refusals';
import { effectiveClose } from '../rules/round';
import { own } from '../state';
import { type Desk, no, type Planned, Prose, plan } from './plan';

/** Rounds, deadlines, consents. */

export function openRound({ deadline }: CommandOf<'openRound'>, { state }: Desk): Planned {
  const round = state.rounds.length + 1;
  const opened: NewEvent = { type: 'round.opened', data: { round } };
  return deadline === null ? plan(opened) : plan(opened, { type: 'deadline.set', data: { round, deadline } });
}

/**
 * In `sealed` mode the newest ballot of each stakeholder is unsealed first, in the order of the stakeholders;
 * superseded ones stay sealed for good, and private ones never open in the log (ledger.md §3).
 */
export function closeRound({ state, context }: Desk): Planned {
  const events: NewEvent[] = [];
  for (const { id: stakeholder } of state.mode === 'sealed' ? state.stakeholders : []) {
    const vote = own(state.votes, stakeholder);
    if (vote?.kind !== 'sealed') continue;
    const opening = context.openings?.(vote.commitment);
    if (opening === undefined) return no(refuse('ballot.opening-missing', { stakeholder }));
    const { salt, ballot } = opening;
    events.push({ type: 'ballot.unsealed', data: { stakeholder, sealed: vote.sealed, salt, ballot } });
  }
  const effectiveAt = effectiveClose(state, context.now);
  return plan(...events, { type: 'round.closed', data: { round: state.rounds.length, effectiveAt } });
}

export function extendRound({ deadline }: CommandOf<'extendRound'>, { state }: Desk): Planned {
  return plan({ type: 'round.extended', data: { round: Math.max(1, state.rounds.length), deadline } });
}

export function setDeadline({ deadline }: CommandOf<'setDeadline'>, { state }: Desk): Planned {
  return plan({ type: 'deadline.set', data: { round: Math.max(1, state.rounds.length), deadline } });
}

export function askConsent(command: CommandOf<'askConsent'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { change } = command;
  return prose.plan({ type: 'consent.asked', data: { change, note: prose.maybe(command.note) } });
}

export function giveConsent({ consent, stakeholder }: CommandOf<'giveConsent'>): Planned {
  return plan({ type: 'consent.given', data: { consent, stakeholder } });
}

export function refuseConsent(command: CommandOf<'refuseConsent'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { consent, stakeholder } = command;
  const reason = prose.maybe(command.reason);
  return prose.plan({ type: 'consent.refused', data: { consent, stakeholder, reason } });
}
