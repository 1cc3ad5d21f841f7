import type { EventOf } from '../events/event';
import { periodOf } from '../period';
import { refuse, refuseFaults } from '../refusals';
import { type NegotiationState, own } from '../state';
import { first, type Judgement, unless } from './judgement';
import { faultsOfWhole } from './whole';

/** Rounds and deadlines (product.md §2). Only a facilitator moves them, and the platform closes at the deadline. */

export function judgeOpened(state: NegotiationState, { data }: EventOf<'round.opened'>): Judgement {
  const round = state.rounds.length + 1;
  if (data.round !== round) return refuse('round.number', { round });
  const faults = faultsOfWhole(state);
  return faults.length === 0 ? null : refuseFaults('round.incomplete', faults);
}

function currentRound(state: NegotiationState, round: number): Judgement {
  const current = state.rounds.length;
  return unless(round === current, 'round.number', { round: current });
}

function deadlineOf({ phase }: NegotiationState): string | null {
  return phase.kind === 'open' ? phase.deadline : null;
}

export function judgeDeadlineSet(state: NegotiationState, { at, data }: EventOf<'deadline.set'>): Judgement {
  return first(
    () => currentRound(state, data.round),
    () => unless(deadlineOf(state) === null, 'deadline.set'),
    () => unless(data.deadline > at, 'deadline.past', { deadline: data.deadline }),
  );
}

/** A deadline never moves to an earlier moment: who counted on it would lose their word. */
export function judgeExtended(state: NegotiationState, { data }: EventOf<'round.extended'>): Judgement {
  const deadline = deadlineOf(state);
  return first(
    () => currentRound(state, data.round),
    () => unless(deadline !== null, 'deadline.none'),
    () => unless(data.deadline > (deadline ?? ''), 'deadline.earlier', { deadline: deadline ?? '' }),
  );
}

/** The platform closes a round only once its deadline has passed, which is then when it closed. */
export function judgeClosing(state: NegotiationState, actor: string, at: string): Judgement {
  return unless(actor !== 'system' || periodOf(state.phase, at) === 'lapsed', 'forbidden.facilitator');
}

export function judgeClosed(state: NegotiationState, event: EventOf<'round.closed'>): Judgement {
  const { actor, at, data } = event;
  const effective = effectiveClose(state, at);
  return first(
    () => judgeClosing(state, actor, at),
    () => currentRound(state, data.round),
    () => unless(data.effectiveAt === effective, 'round.effective', { at: effective }),
    () => everySealOpened(state, data.round),
  );
}

/** The deadline where it has passed, and now otherwise. */
export function effectiveClose(state: NegotiationState, at: string): string {
  const deadline = deadlineOf(state);
  return deadline !== null && at > deadline ? deadline : at;
}

function everySealOpened(state: NegotiationState, round: number): Judgement {
  if (state.mode !== 'sealed') return null;
  const left = state.stakeholders.find(({ id }) => own(state.votes, id)?.kind === 'sealed');
  return unless(left === undefined, 'round.sealed-left', { round, stakeholder: left?.id ?? '' });
}
