import { isFacilitator, isSeatedFor, speaksFor, speaksForAny } from '../authority';
import type { EventType } from '../events/catalogue';
import type { Event } from '../events/event';
import { refuse } from '../refusals';
import { assertNever, type NegotiationState } from '../state';
import { type Judgement, unless } from './judgement';

/** By whom an event may be caused (product.md §1). `person`: by anyone but the platform; the noun's rule says whom. */
type Authority = 'facilitator' | 'delegate' | 'seated' | 'talker' | 'person' | 'closer' | 'system' | 'owed';

const AUTHORITY_OF: { readonly [T in EventType]: Authority } = {
  'negotiation.created': 'person',
  'negotiation.imported': 'facilitator',
  'negotiation.described': 'facilitator',
  'negotiation.modeSet': 'facilitator',
  'negotiation.archived': 'facilitator',
  'negotiation.concluded': 'facilitator',
  'negotiation.succeeded': 'facilitator',
  'dimension.added': 'facilitator',
  'dimension.changed': 'facilitator',
  'dimension.removed': 'facilitator',
  'stakeholder.added': 'facilitator',
  'stakeholder.changed': 'facilitator',
  'stakeholder.removed': 'facilitator',
  'rule.set': 'facilitator',
  'criterion.added': 'facilitator',
  'criterion.changed': 'facilitator',
  'criterion.removed': 'facilitator',
  'guarantee.added': 'facilitator',
  'guarantee.changed': 'facilitator',
  'guarantee.removed': 'facilitator',
  'moves.set': 'facilitator',
  'profile.proposed': 'talker',
  'profile.admitted': 'facilitator',
  'profile.refused': 'facilitator',
  'profile.withdrawn': 'talker',
  'member.invited': 'facilitator',
  'member.joined': 'person',
  'member.removed': 'person',
  'member.deputised': 'seated',
  'briefing.published': 'facilitator',
  'briefing.acknowledged': 'delegate',
  'round.opened': 'facilitator',
  'round.closed': 'closer',
  'round.extended': 'facilitator',
  'deadline.set': 'facilitator',
  'consent.asked': 'facilitator',
  'consent.given': 'delegate',
  'consent.refused': 'delegate',
  'ballot.cast': 'delegate',
  'ballot.abstained': 'delegate',
  'ballot.sealed': 'delegate',
  'ballot.unsealed': 'closer',
  'ballot.entered': 'facilitator',
  'ballot.confirmed': 'delegate',
  'threat.assessed': 'delegate',
  'acuteRisk.assessed': 'delegate',
  'pledge.made': 'delegate',
  'pledge.withdrawn': 'delegate',
  'comment.posted': 'talker',
  'comment.edited': 'talker',
  'comment.redacted': 'talker',
  'commitment.reported': 'delegate',
  'commitment.disputed': 'talker',
  'commitment.scheduled': 'facilitator',
  'result.computed': 'owed',
  'key.rotated': 'system',
  'epoch.begun': 'system',
};

/** Whether the event's actor may cause events of its type at all, from the members as they stand. */
export function judgeAuthority(state: NegotiationState, event: Event): Judgement {
  const { actor, at } = event;
  const authority = AUTHORITY_OF[event.type];
  switch (authority) {
    case 'facilitator':
      return unless(isFacilitator(state, actor), 'forbidden.facilitator');
    case 'delegate': {
      const stakeholder = subject(event);
      return unless(speaksFor(state, actor, stakeholder, at), 'forbidden.delegate', { stakeholder });
    }
    case 'seated':
      return judgeSeated(state, event);
    case 'talker':
      return unless(isFacilitator(state, actor) || speaksForAny(state, actor, at), 'forbidden.talker');
    case 'person':
      return unless(actor !== 'system', 'forbidden.person');
    case 'closer':
      return unless(isFacilitator(state, actor) || actor === 'system', 'forbidden.facilitator');
    case 'system':
      return unless(actor === 'system', 'forbidden.system');
    case 'owed':
      return refuse('forbidden.system');
    default:
      return assertNever(authority);
  }
}

/** A deputy does not hand over in turn. */
function judgeSeated(state: NegotiationState, { actor, at, ...event }: Event): Judgement {
  const stakeholder = subject(event);
  if (isSeatedFor(state, actor, stakeholder)) return null;
  return speaksFor(state, actor, stakeholder, at)
    ? refuse('member.deputy-of-deputy')
    : refuse('forbidden.delegate', { stakeholder });
}

/** For which stakeholder the event speaks. */
function subject({ data }: Pick<Event, 'data'>): string {
  return 'stakeholder' in data && typeof data.stakeholder === 'string' ? data.stakeholder : '';
}
