import { canonicalJson } from '@/ledger/canonical';
import { type Event, isJson } from './events/event';
import { periodOf } from './period';
import { refuse } from './refusals';
import { judgeAuthority } from './rules/authorities';
import { judgeCast, judgeConfirmed, judgeEntered, judgeSealed, judgeUnsealed } from './rules/ballot';
import { judgeAcknowledged, judgePublished } from './rules/briefing';
import { judgeAnswer, judgeAsked, judgeChange } from './rules/consent';
import {
  judgeCriterionAdded,
  judgeFrame,
  judgeGuaranteeAdded,
  judgeGuaranteeChanged,
  judgeGuaranteeRemoved,
  judgeMovesSet,
} from './rules/frame';
import { first, type Judgement, type JudgeOptions, unless } from './rules/judgement';
import { judgeEpoch, judgeRotated } from './rules/log';
import { judgeDeputised, judgeInvited, judgeJoined, judgeRemoved } from './rules/member';
import {
  judgeConcluded,
  judgeCreated,
  judgeCreator,
  judgeDescribed,
  judgeImported,
  judgeSucceeded,
} from './rules/negotiation';
import { isOfFrame, PERIODS_OF, WRONG_TIME } from './rules/periods';
import { judgeAdmitted, judgeProposed, judgeRefused, judgeWithdrawn } from './rules/profile';
import { known } from './rules/references';
import { judgeClosed, judgeDeadlineSet, judgeExtended, judgeOpened } from './rules/round';
import {
  judgeDisputed,
  judgeEdited,
  judgePledge,
  judgePledgeWithdrawn,
  judgePosted,
  judgeRedacted,
  judgeReported,
  judgeScheduled,
  judgeThreat,
} from './rules/statement';
import { assertNever, type NegotiationState, type Owed } from './state';

/**
 * Whether an event was permitted in the state before it (product.md §2; ledger.md §4): what `decide` asks of every
 * event that it makes, and the verifier of every event that it reads. The event fits its schema. What a
 * `result.computed` says is not judged here, but by recomputation (result.ts).
 */
export function judge(state: NegotiationState | null, event: Event, options: JudgeOptions = {}): Judgement {
  if (state === null) {
    return event.type === 'negotiation.created' ? judgeCreated(event) : refuse('unknown.negotiation');
  }
  if (event.type === 'negotiation.created') return refuse('exists.negotiation');
  if (event.at < state.at) return refuse('time.backwards', { now: event.at, at: state.at });
  const owed = state.owes[0];
  if (owed !== undefined) {
    return first(
      () => judgeOwed(state, event, owed),
      // One decision, one actor: nobody who holds the key can put what it owes into another's mouth.
      () => unless(event.actor === state.actor, 'owed.actor', { actor: state.actor }),
    );
  }
  return first(
    () => judgeAuthority(state, event),
    () => judgePeriod(state, event),
    () => judgeItself(state, event, options),
  );
}

/** Events of one decision stand together: until what is owed has come, nothing else does. */
function judgeOwed(state: NegotiationState, event: Event, owed: Owed): Judgement {
  switch (owed.kind) {
    case 'creator':
      return event.type === 'member.joined'
        ? judgeCreator(state, event)
        : refuse('owed', { what: 'member.joined' });
    case 'close':
      if (event.type === 'round.closed' || event.type === 'ballot.unsealed') {
        return first(
          () => judgeAuthority(state, event),
          () => judgeItself(state, event, {}),
        );
      }
      return refuse('owed', { what: 'round.closed' });
    case 'change': {
      const same = event.type === owed.change.type && canonical(event.data) === canonical(owed.change.data);
      return same ? judgeChange(state, event) : refuse('owed', { what: owed.change.type });
    }
    case 'result':
      return unless(event.type === 'result.computed' && event.data.position === owed.position, 'owed', {
        what: 'result.computed',
      });
    default:
      return assertNever(owed);
  }
}

function canonical(data: unknown): string {
  return isJson(data) ? canonicalJson(data) : '';
}

function judgePeriod({ phase }: NegotiationState, event: Event): Judgement {
  const period = periodOf(phase, event.at);
  if (PERIODS_OF[event.type].includes(period)) return null;
  const consent = isOfFrame(event.type) && (period === 'open' || period === 'closed');
  if (consent) return refuse('frame.consent');
  const deadline = phase.kind === 'open' && phase.deadline !== null ? { deadline: phase.deadline } : {};
  return refuse(WRONG_TIME[period], period === 'lapsed' ? deadline : {});
}

function judgeItself(state: NegotiationState, event: Event, options: JudgeOptions): Judgement {
  switch (event.type) {
    case 'negotiation.imported':
      return judgeImported(state);
    case 'negotiation.described':
      return judgeDescribed(state, event);
    case 'negotiation.concluded':
      return judgeConcluded(state, event, options);
    case 'negotiation.succeeded':
      return judgeSucceeded(state, event);
    case 'negotiation.created':
    case 'negotiation.modeSet':
    case 'negotiation.archived':
      return null;
    case 'dimension.added':
    case 'dimension.changed':
    case 'dimension.removed':
    case 'stakeholder.added':
    case 'stakeholder.changed':
    case 'stakeholder.removed':
    case 'rule.set':
      return judgeFrame(state, event);
    case 'criterion.added':
      return judgeCriterionAdded(state, event);
    case 'criterion.changed':
      return known(state, 'criterion', event.data.criterion.id);
    case 'criterion.removed':
      return known(state, 'criterion', event.data.id);
    case 'guarantee.added':
      return judgeGuaranteeAdded(state, event);
    case 'guarantee.changed':
      return judgeGuaranteeChanged(state, event);
    case 'guarantee.removed':
      return judgeGuaranteeRemoved(state, event);
    case 'moves.set':
      return judgeMovesSet(state, event);
    case 'profile.proposed':
      return judgeProposed(state, event);
    case 'profile.admitted':
      return judgeAdmitted(state, event, false);
    case 'profile.refused':
      return judgeRefused(state, event);
    case 'profile.withdrawn':
      return judgeWithdrawn(state, event);
    case 'member.invited':
      return judgeInvited(state, event);
    case 'member.joined':
      return judgeJoined(state, event);
    case 'member.removed':
      return judgeRemoved(state, event);
    case 'member.deputised':
      return judgeDeputised(state, event);
    case 'briefing.published':
      return judgePublished(state, event);
    case 'briefing.acknowledged':
      return judgeAcknowledged(state, event);
    case 'round.opened':
      return judgeOpened(state, event);
    case 'round.closed':
      return judgeClosed(state, event);
    case 'round.extended':
      return judgeExtended(state, event);
    case 'deadline.set':
      return judgeDeadlineSet(state, event);
    case 'consent.asked':
      return judgeAsked(state, event);
    case 'consent.given':
      return judgeAnswer(state, event, 'given');
    case 'consent.refused':
      return judgeAnswer(state, event, 'refused');
    case 'ballot.cast':
    case 'ballot.abstained':
      return judgeCast(state, event);
    case 'ballot.sealed':
      return judgeSealed(state);
    case 'ballot.unsealed':
      return judgeUnsealed(state, event);
    case 'ballot.entered':
      return judgeEntered(state, event);
    case 'ballot.confirmed':
      return judgeConfirmed(state, event);
    case 'threat.assessed':
      return judgeThreat(state, event);
    case 'acuteRisk.assessed':
      return known(state, 'profile', event.data.profile);
    case 'pledge.made':
      return judgePledge(state, event);
    case 'pledge.withdrawn':
      return judgePledgeWithdrawn(state, event);
    case 'comment.posted':
      return judgePosted(state, event);
    case 'comment.edited':
      return judgeEdited(state, event);
    case 'comment.redacted':
      return judgeRedacted(state, event);
    case 'commitment.reported':
      return judgeReported(state, event);
    case 'commitment.disputed':
      return judgeDisputed(state, event);
    case 'commitment.scheduled':
      return judgeScheduled(state, event);
    case 'result.computed':
      return refuse('owed', { what: 'round.closed' });
    case 'key.rotated':
      return judgeRotated(state, event);
    case 'epoch.begun':
      return judgeEpoch(state, event);
    default:
      return assertNever(event);
  }
}
