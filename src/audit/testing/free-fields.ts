/**
 * What whoever holds the key can write otherwise, with the tree built anew and signed, without any rule or recomputation
 * noticing: what somebody kept (a checkpoint, a receipt, a witness's cosignature) is all that tells. docs/audit.md has
 * the same list, with its reasons.
 */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  // Words for people: nothing is decided by them.
  words: [
    'briefing.published data.briefing.title',
    'criterion.added data.criterion.label',
    'criterion.changed data.criterion.label',
    'dimension.added data.dimension.label',
    'dimension.changed data.dimension.label',
    'guarantee.added data.guarantee.title',
    'guarantee.changed data.guarantee.title',
    'negotiation.created data.title',
    'negotiation.described data.threats.*.title',
    'negotiation.described data.title',
    'negotiation.imported data.file.dimensions.*.label',
    'negotiation.imported data.file.profiles.*.title',
    'negotiation.imported data.file.stakeholders.*.name',
    'negotiation.imported data.file.title',
    'profile.proposed data.profile.title',
    'stakeholder.added data.stakeholder.name',
    'stakeholder.changed data.stakeholder.name',
  ],
  // Said for the record, and shown: no result counts it and no later event depends on it.
  record: [
    'comment.posted data.argument',
    'comment.posted data.topic.id',
    'commitment.reported data.status',
    'commitment.scheduled data.schedule.everyMonths',
    'guarantee.added data.guarantee.holds',
    'guarantee.changed data.guarantee.holds',
    'negotiation.created data.public',
    'negotiation.described data.simulated',
    'negotiation.imported data.file.stakeholders.*.kind',
    'negotiation.modeSet data.public',
    'negotiation.succeeded data.by',
    'stakeholder.added data.stakeholder.kind',
    'stakeholder.changed data.stakeholder.kind',
  ],
  // Replaced, withdrawn or removed before a result counted it.
  superseded: [
    'ballot.cast data.ballot.scores.*',
    'dimension.added data.weights.*',
    'guarantee.changed data.guarantee.delivered',
    'negotiation.created data.mode',
    'pledge.made data.condition.includes.*',
    'stakeholder.added data.stakeholder.weights.*',
    'stakeholder.changed data.stakeholder.weights.*',
  ],
  // Another value of which the same result follows.
  equivalent: ['negotiation.imported data.file.profiles.*.strategies.*', 'threat.assessed data.change.*'],
  // A moment that lies on the same side of everything that is compared with it.
  moments: [
    'commitment.scheduled data.schedule.first',
    'deadline.set data.deadline',
    'member.deputised data.from',
    'member.deputised data.until',
    'member.invited data.expiresAt',
    'round.extended data.deadline',
  ],
};

/** `at` of every event is one, between the event before and the one after. */
export const FREE_FIELDS: ReadonlySet<string> = new Set(Object.values(GROUPS).flat());

export function isFree(field: string): boolean {
  return FREE_FIELDS.has(field) || field.endsWith(' at');
}
