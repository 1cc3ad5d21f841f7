import type { EventOf } from '../events/event';
import { refuse } from '../refusals';
import { type NegotiationState, own } from '../state';
import { first, type Judgement, unless } from './judgement';

/** Briefings: what "informed" hangs on does not change while a round is open (product.md §2). */

export function judgePublished(state: NegotiationState, event: EventOf<'briefing.published'>): Judgement {
  const { briefing, version } = event.data;
  const before = state.briefings.find(({ id }) => id === briefing.id);
  const next = (before?.version ?? 0) + 1;
  const midRound = state.phase.kind === 'open' && (briefing.required === true || before?.required === true);
  return first(
    () => unless(!midRound, 'briefing.required-mid-round'),
    () => unless(version === next, 'briefing.version', { id: briefing.id, version: next }),
  );
}

/** Each version once: the first acknowledgement is the one that counts. */
export function judgeAcknowledged(
  state: NegotiationState,
  { data }: EventOf<'briefing.acknowledged'>,
): Judgement {
  const { stakeholder, briefing: id, version } = data;
  const briefing = state.briefings.find((entry) => entry.id === id);
  if (briefing === undefined) return refuse('unknown.id', { kind: 'briefing', id });
  const before = own(state.acknowledged, `${stakeholder} ${id}`) ?? 0;
  return first(
    () => unless(before < briefing.version, 'briefing.acknowledged', { stakeholder, id }),
    () => unless(version === briefing.version, 'briefing.newest', { id, version: briefing.version }),
  );
}
