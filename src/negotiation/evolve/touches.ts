import type { EventType } from '../events/catalogue';
import type { TableName } from './kernel';

/** Which tables an event of a type writes, so that one event costs what it changes. Others write lists alone. */
const TOUCHES: { readonly [T in EventType]?: readonly TableName[] } = {
  'negotiation.imported': ['acknowledged', 'threatAssessments', 'acuteRisks', 'pledges', 'votes'],
  'negotiation.described': ['threatAssessments'],
  'negotiation.concluded': ['commitments'],
  'dimension.removed': ['pledges'],
  'stakeholder.added': ['stakeholderIndex'],
  'stakeholder.changed': ['stakeholderIndex'],
  'stakeholder.removed': [
    'retired',
    'votes',
    'entered',
    'threatAssessments',
    'acuteRisks',
    'pledges',
    'acknowledged',
    'invitations',
  ],
  'criterion.removed': ['retired'],
  'guarantee.changed': ['deliveries'],
  'guarantee.removed': ['deliveries', 'retired'],
  'profile.proposed': ['threatAssessments'],
  'profile.admitted': ['threatAssessments'],
  'profile.refused': ['retired', 'threatAssessments', 'acuteRisks', 'pledges'],
  'profile.withdrawn': ['retired', 'threatAssessments', 'acuteRisks', 'pledges'],
  'member.invited': ['invitations'],
  'member.joined': ['invitations'],
  'member.removed': ['invitations'],
  'briefing.acknowledged': ['acknowledged'],
  'round.opened': ['threatAssessments', 'acuteRisks', 'pledges'],
  'ballot.cast': ['votes'],
  'ballot.abstained': ['votes'],
  'ballot.sealed': ['votes'],
  'ballot.unsealed': ['votes'],
  'ballot.entered': ['entered'],
  'ballot.confirmed': ['entered', 'votes'],
  'threat.assessed': ['threatAssessments'],
  'acuteRisk.assessed': ['acuteRisks'],
  'pledge.made': ['pledges'],
  'pledge.withdrawn': ['pledges'],
  'comment.posted': ['comments'],
  'comment.edited': ['comments'],
  'comment.redacted': ['comments'],
  'commitment.reported': ['commitments'],
  'commitment.disputed': ['commitments'],
};

export function touchedBy(type: EventType): ReadonlySet<TableName> {
  return new Set(TOUCHES[type]);
}
