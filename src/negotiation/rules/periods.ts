import type { EventType } from '../events/catalogue';
import type { Period } from '../period';
import type { RefusalKey } from '../refusals';

/**
 * When an event may happen: the table of product.md §2. `lapsed` is an open round past its deadline: only what does
 * not belong to the round goes on. Finer conditions stand with each noun.
 */

const DRAFT = ['draft'] as const;
const CLOSED = ['closed'] as const;
const OPEN = ['open'] as const;
const SET_UP = ['draft', 'closed'] as const;
const CONCLUDED = ['concluded'] as const;
const LIVING = ['draft', 'open', 'lapsed', 'closed', 'concluded'] as const;
const ALWAYS = [...LIVING, 'archived'] as const;

export const PERIODS_OF: { readonly [T in EventType]: readonly Period[] } = {
  'negotiation.created': DRAFT,
  'negotiation.imported': DRAFT,
  'negotiation.described': SET_UP,
  'negotiation.modeSet': DRAFT,
  'negotiation.archived': ['draft', 'concluded'],
  'negotiation.concluded': CLOSED,
  'negotiation.succeeded': ['closed', 'concluded'],
  'dimension.added': DRAFT,
  'dimension.changed': DRAFT,
  'dimension.removed': DRAFT,
  'stakeholder.added': DRAFT,
  'stakeholder.changed': DRAFT,
  'stakeholder.removed': DRAFT,
  'rule.set': DRAFT,
  'criterion.added': SET_UP,
  'criterion.changed': SET_UP,
  'criterion.removed': SET_UP,
  'guarantee.added': SET_UP,
  'guarantee.changed': ['draft', 'closed', 'concluded'],
  'guarantee.removed': SET_UP,
  'moves.set': SET_UP,
  'profile.proposed': ['draft', 'open', 'closed'],
  'profile.admitted': ['draft', 'open', 'closed'],
  'profile.refused': ['draft', 'open', 'closed'],
  'profile.withdrawn': ['draft', 'open', 'closed'],
  'member.invited': LIVING,
  'member.joined': LIVING,
  'member.removed': LIVING,
  'member.deputised': LIVING,
  'briefing.published': ['draft', 'open', 'closed'],
  'briefing.acknowledged': ['draft', 'open', 'lapsed', 'closed'],
  'round.opened': SET_UP,
  'round.closed': ['open', 'lapsed'],
  'round.extended': OPEN,
  'deadline.set': OPEN,
  'consent.asked': CLOSED,
  'consent.given': CLOSED,
  'consent.refused': CLOSED,
  'ballot.cast': OPEN,
  'ballot.abstained': OPEN,
  'ballot.sealed': OPEN,
  'ballot.unsealed': ['open', 'lapsed'],
  'ballot.entered': OPEN,
  'ballot.confirmed': OPEN,
  'threat.assessed': OPEN,
  'acuteRisk.assessed': OPEN,
  'pledge.made': OPEN,
  'pledge.withdrawn': OPEN,
  'comment.posted': LIVING,
  'comment.edited': LIVING,
  'comment.redacted': LIVING,
  'commitment.reported': CONCLUDED,
  'commitment.disputed': CONCLUDED,
  'commitment.scheduled': CONCLUDED,
  /** Only where the log owes it, whatever the phase. */
  'result.computed': ['closed', 'concluded'],
  'key.rotated': ALWAYS,
  'epoch.begun': ALWAYS,
};

/** What is said of an event that comes at the wrong time. */
export const WRONG_TIME: { readonly [P in Period]: RefusalKey } = {
  draft: 'closed.draft',
  open: 'closed.open',
  lapsed: 'closed.lapsed',
  closed: 'closed.closed',
  concluded: 'closed.concluded',
  archived: 'closed.archived',
};

const FRAME: ReadonlySet<EventType> = new Set<EventType>([
  'dimension.added',
  'dimension.changed',
  'dimension.removed',
  'stakeholder.added',
  'stakeholder.changed',
  'stakeholder.removed',
  'rule.set',
]);

/** The first row of the table: changes by consent alone once a round has opened. */
export function isOfFrame(type: EventType): boolean {
  return FRAME.has(type);
}
