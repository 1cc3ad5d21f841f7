import { isFacilitator, speaksFor } from '../authority';
import type { EventOf } from '../events/event';
import { validateRule } from '../file/validate-rule';
import { refuse, refuseFaults } from '../refusals';
import { type NegotiationState, own } from '../state';
import { first, type Judgement, unless } from './judgement';
import { known, profileOf, treeFrameOf } from './references';

/** Assessments, pledges, comments, commitments (product.md §2; aggregation.md §4, §5). */

export function judgeThreat(state: NegotiationState, { data }: EventOf<'threat.assessed'>): Judgement {
  return first(
    () => known(state, 'profile', data.profile),
    () => known(state, 'threat', data.threat),
    () => unless(profileOf(state, data.profile)?.profile.default !== true, 'threat.default'),
  );
}

/** The condition of a pledge is any tree within the bounds: it need be adequate for nobody. */
export function judgePledge(state: NegotiationState, { data }: EventOf<'pledge.made'>): Judgement {
  const unknown = known(state, 'profile', data.profile);
  if (unknown !== null || data.condition === null) return unknown;
  const judged = validateRule(data.condition, treeFrameOf(state), 'condition');
  return judged.ok ? null : refuseFaults('rule.faults', judged.faults);
}

export function judgePledgeWithdrawn(
  state: NegotiationState,
  { data }: EventOf<'pledge.withdrawn'>,
): Judgement {
  const stands = own(state.pledges, `${data.stakeholder} ${data.profile}`)?.now != null;
  return unless(stands, 'pledge.none', data);
}

export function judgePosted(state: NegotiationState, event: EventOf<'comment.posted'>): Judgement {
  const { topic, replyTo, stakeholder } = event.data;
  return first(
    () =>
      unless(
        stakeholder === null || speaksFor(state, event.actor, stakeholder, event.at),
        'forbidden.delegate',
        { stakeholder: stakeholder ?? '' },
      ),
    () => (topic.kind === 'negotiation' ? null : aboutSomething(state, topic.kind, topic.id)),
    () => (replyTo === null ? null : comment(state, replyTo)),
  );
}

/** Proposals that wait for admission are talked about too. */
function aboutSomething(
  state: NegotiationState,
  kind: 'profile' | 'threat' | 'briefing',
  id: string,
): Judgement {
  return kind === 'profile' && profileOf(state, id) !== undefined ? null : known(state, kind, id);
}

function comment(state: NegotiationState, position: number): Judgement {
  return unless(own(state.comments, String(position)) !== undefined, 'comment.unknown', { position });
}

export function judgeEdited(state: NegotiationState, { actor, data }: EventOf<'comment.edited'>): Judgement {
  const before = own(state.comments, String(data.comment));
  return first(
    () => comment(state, data.comment),
    () => unless(before?.actor === actor, 'forbidden.author'),
    () => unless(before?.text !== null, 'comment.redacted'),
  );
}

/** By who wrote it, or by a facilitator: moderation that leaves a trace. */
export function judgeRedacted(
  state: NegotiationState,
  { actor, data }: EventOf<'comment.redacted'>,
): Judgement {
  const before = own(state.comments, String(data.comment));
  return first(
    () => comment(state, data.comment),
    () => unless(before?.actor === actor || isFacilitator(state, actor), 'forbidden.author'),
    () => unless(before?.text !== null, 'comment.redacted'),
  );
}

export function judgeReported(
  state: NegotiationState,
  { data: { stakeholder } }: EventOf<'commitment.reported'>,
): Judgement {
  return unless(own(state.commitments, stakeholder) !== undefined, 'commitment.unknown', { stakeholder });
}

export function judgeDisputed(
  state: NegotiationState,
  { actor, at, data }: EventOf<'commitment.disputed'>,
): Judgement {
  const { stakeholder, report: position, by } = data;
  const commitment = own(state.commitments, stakeholder);
  if (commitment === undefined) return refuse('commitment.unknown', { stakeholder });
  const reported = commitment.reports.some((report) => report.position === position);
  return first(
    () => unless(speaksFor(state, actor, by, at), 'forbidden.delegate', { stakeholder: by }),
    () => unless(by !== stakeholder, 'commitment.own'),
    () => unless(reported, 'commitment.report', { stakeholder, position }),
  );
}

export function judgeScheduled(
  state: NegotiationState,
  { at, data: { schedule } }: EventOf<'commitment.scheduled'>,
): Judgement {
  return first(
    () => unless(Object.keys(state.commitments).length > 0, 'commitment.none'),
    () => unless(schedule !== null || state.reporting !== null, 'commitment.unscheduled'),
    () =>
      unless(schedule === null || schedule.first > at, 'commitment.due-past', {
        first: schedule?.first ?? '',
      }),
  );
}
