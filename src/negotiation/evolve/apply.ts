import type { Event } from '../events/event';
import { assertNever } from '../state';
import { ballotCast, ballotConfirmed, ballotEntered, ballotSealed, ballotUnsealed } from './ballot';
import {
  criterionRemoved,
  dimensionAdded,
  dimensionRemoved,
  guaranteeChanged,
  guaranteeRemoved,
  stakeholderPut,
  stakeholderRemoved,
} from './frame';
import { type Kernel, put } from './kernel';
import { epochBegun } from './log';
import {
  briefingAcknowledged,
  briefingPublished,
  commentChanged,
  commentPosted,
  commitmentDisputed,
  commitmentReported,
  memberDeputised,
  memberInvited,
  memberJoined,
  memberRemoved,
} from './member';
import { described, imported } from './negotiation';
import { profileAdmitted, profileGone, profileProposed } from './profile';
import { concluded, consentAnswered, consentAsked, deadlineSet, roundClosed, roundOpened } from './round';
import { acuteRiskAssessed, pledgeMade, pledgeWithdrawn, threatAssessed } from './statement';

/** Writes into the kernel what one event says; the event was permitted (judge.ts). */
export function apply(kernel: Kernel, event: Event): void {
  kernel.position = event.position;
  kernel.at = event.at;
  kernel.actor = event.actor;
  if (kernel.owes[0]?.kind === 'change') kernel.owes.shift();
  write(kernel, event);
}

function write(kernel: Kernel, event: Event): void {
  switch (event.type) {
    case 'negotiation.created':
      throw new Error(`negotiation ${event.log} is created a second time at ${event.position}`);
    case 'negotiation.imported':
      imported(kernel, event);
      break;
    case 'negotiation.described':
      described(kernel, event);
      break;
    case 'negotiation.modeSet':
      kernel.mode = event.data.mode;
      kernel.public = event.data.public;
      break;
    case 'negotiation.archived': {
      const { phase } = kernel;
      const round = phase.kind === 'concluded' ? phase.round : 0;
      kernel.phase = { kind: 'archived', from: phase.kind === 'concluded' ? 'concluded' : 'draft', round };
      break;
    }
    case 'negotiation.concluded':
      concluded(kernel, event);
      break;
    case 'negotiation.succeeded':
      kernel.succeededBy = event.data.by;
      break;
    case 'dimension.added':
      dimensionAdded(kernel, event.data);
      break;
    case 'dimension.changed':
      put(kernel.dimensions, event.data.dimension);
      break;
    case 'dimension.removed':
      dimensionRemoved(kernel, event.data);
      break;
    case 'stakeholder.added':
    case 'stakeholder.changed':
      stakeholderPut(kernel, event.data);
      break;
    case 'stakeholder.removed':
      stakeholderRemoved(kernel, event.data);
      break;
    case 'rule.set':
      kernel.rule = event.data.rule;
      break;
    case 'criterion.added':
    case 'criterion.changed':
      put(kernel.criteria, event.data.criterion);
      break;
    case 'criterion.removed':
      criterionRemoved(kernel, event.data);
      break;
    case 'guarantee.added':
      put(kernel.guarantees, event.data.guarantee);
      break;
    case 'guarantee.changed':
      guaranteeChanged(kernel, event.data);
      break;
    case 'guarantee.removed':
      guaranteeRemoved(kernel, event.data);
      break;
    case 'moves.set':
      kernel.moves = event.data.moves && [...event.data.moves];
      break;
    case 'profile.proposed':
      profileProposed(kernel, event);
      break;
    case 'profile.admitted':
      profileAdmitted(kernel, event.data);
      break;
    case 'profile.refused':
    case 'profile.withdrawn':
      profileGone(kernel, event.data.profile);
      break;
    case 'member.invited':
      memberInvited(kernel, event);
      break;
    case 'member.joined':
      memberJoined(kernel, event);
      break;
    case 'member.removed':
      memberRemoved(kernel, event);
      break;
    case 'member.deputised':
      memberDeputised(kernel, event);
      break;
    case 'briefing.published':
      briefingPublished(kernel, event);
      break;
    case 'briefing.acknowledged':
      briefingAcknowledged(kernel, event);
      break;
    case 'round.opened':
      roundOpened(kernel, event);
      break;
    case 'round.closed':
      roundClosed(kernel, event);
      break;
    case 'round.extended':
    case 'deadline.set':
      deadlineSet(kernel, event);
      break;
    case 'consent.asked':
      consentAsked(kernel, event);
      break;
    case 'consent.given':
      consentAnswered(kernel, event, 'given');
      break;
    case 'consent.refused':
      consentAnswered(kernel, event, 'refused');
      break;
    case 'ballot.cast':
    case 'ballot.abstained':
      ballotCast(kernel, event);
      break;
    case 'ballot.sealed':
      ballotSealed(kernel, event);
      break;
    case 'ballot.unsealed':
      ballotUnsealed(kernel, event);
      break;
    case 'ballot.entered':
      ballotEntered(kernel, event);
      break;
    case 'ballot.confirmed':
      ballotConfirmed(kernel, event);
      break;
    case 'threat.assessed':
      threatAssessed(kernel, event);
      break;
    case 'acuteRisk.assessed':
      acuteRiskAssessed(kernel, event);
      break;
    case 'pledge.made':
      pledgeMade(kernel, event);
      break;
    case 'pledge.withdrawn':
      pledgeWithdrawn(kernel, event);
      break;
    case 'comment.posted':
      commentPosted(kernel, event);
      break;
    case 'comment.edited':
      commentChanged(kernel, event.data.comment, event.data.text);
      break;
    case 'comment.redacted':
      commentChanged(kernel, event.data.comment, null);
      break;
    case 'commitment.reported':
      commitmentReported(kernel, event);
      break;
    case 'commitment.disputed':
      commitmentDisputed(kernel, event);
      break;
    case 'commitment.scheduled': {
      const { position, at, data } = event;
      kernel.reporting = data.schedule && { ...data.schedule, position, at };
      kernel.reportingEnded = data.schedule === null;
      break;
    }
    case 'result.computed':
      kernel.results.push({ position: event.data.position, sha256: event.data.sha256 });
      kernel.owes = [];
      break;
    case 'key.rotated':
      kernel.key = event.data.key;
      break;
    case 'epoch.begun':
      epochBegun(kernel, event);
      break;
    default:
      assertNever(event);
  }
}
