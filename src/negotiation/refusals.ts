import type { Fault } from './file/model';
import type { Refusal, RefusalCode } from './refusal';

/**
 * Every sentence with which a command is refused: what was wrong, and what to do. `{name}` is a value. The interface
 * translates by key; this is the English.
 */
export const REFUSALS = {
  'unknown.negotiation': ['not-found', 'There is no such negotiation.'],
  'exists.negotiation': ['conflict', 'This negotiation has been created already.'],
  owed: ['conflict', 'The history must say something else first: {what}.'],
  'owed.actor': ['conflict', 'This follows from the event before it, and is by the same: {actor}.'],
  malformed: ['invalid', 'What was sent does not have the form that is wanted: {what}.'],
  'time.backwards': ['conflict', 'The clock stands at {now}, before the newest event at {at}.'],
  'forbidden.facilitator': ['forbidden', 'Only a facilitator may do this.'],
  'forbidden.delegate': ['forbidden', 'Only a delegate of {stakeholder} may do this.'],
  'forbidden.talker': ['forbidden', 'Only facilitators and delegates may do this.'],
  'forbidden.author': ['forbidden', 'Only whoever wrote this comment may change it.'],
  'forbidden.system': ['forbidden', 'Only the platform itself may do this.'],
  'forbidden.person': ['forbidden', 'Only a person may do this.'],
  'closed.draft': ['closed', 'This is not possible while the negotiation is being set up.'],
  'closed.open': ['closed', 'This is not possible while a round is open.'],
  'closed.lapsed': [
    'closed',
    'The deadline of this round, {deadline}, has passed: nothing more is accepted.',
  ],
  'closed.closed': ['closed', 'This is not possible between rounds.'],
  'closed.concluded': ['closed', 'This is not possible once the negotiation is concluded.'],
  'closed.archived': ['closed', 'This negotiation is archived: nothing changes any more.'],
  'frame.consent': [
    'closed',
    'Since the first round has opened, this changes only by consent of an adequate coalition between rounds, or in a successor negotiation.',
  ],
  'frame.consent-instead': [
    'conflict',
    'In draft a facilitator makes this change without asking for consent.',
  ],
  'import.not-blank': [
    'conflict',
    'A file can only be imported into a negotiation in which nothing is set up yet.',
  ],
  'file.faults': ['invalid', 'The negotiation file is refused: {first}.'],
  'threat.catalogue': ['conflict', '{id} is one of the catalogue’s threats.'],
  'twice.listed': ['invalid', '{id} is listed twice.'],
  'exists.id': ['conflict', 'There is a {kind} with the id {id} already.'],
  'retired.id': ['conflict', 'The id {id} stood for another {kind} before; choose a new one.'],
  'unknown.id': ['not-found', 'There is no {kind} with the id {id}.'],
  'bound.most': ['conflict', 'There are {most} {kind} already, which is the most there can be.'],
  'used.rule': ['conflict', 'The rule refers to {id}; set another rule first.'],
  'used.needs': ['conflict', 'What profile {profile} needs refers to {id}.'],
  'used.relies': ['conflict', 'Profile {profile} relies on guarantee {id}.'],
  'used.threat': ['conflict', 'Guarantee {guarantee} bears on the threat {id}.'],
  'rule.faults': ['invalid', 'The rule is refused: {first}.'],
  'rule.not-all': [
    'conflict',
    'With this change the rule would no longer be one that everyone together satisfies.',
  ],
  'guarantee.delivered-only': ['closed', 'After the conclusion a guarantee can only be marked as delivered.'],
  'moves.faults': ['invalid', 'The moves are refused: {first}.'],
  'profile.faults': ['invalid', 'The profile is refused: {first}.'],
  'profile.fixed': [
    'conflict',
    'A round has opened with profile {id}: its text stands. Propose an amendment as a new profile.',
  ],
  'profile.not-yours': ['forbidden', 'Profile {id} was proposed by another.'],
  'profile.not-proposed': ['conflict', 'Profile {id} is not waiting for admission.'],
  'profile.default-twice': ['conflict', 'Profile {id} is the default already.'],
  'profile.default-stays': ['conflict', 'The default profile cannot be withdrawn.'],
  'profile.two-left': ['conflict', 'At least two profiles are left to choose from once a round has opened.'],
  'profile.default-bare': [
    'conflict',
    'The default relies on no guarantee, has no needs and is adoptable; {id} is not so.',
  ],
  'profile.default-facilitator': ['forbidden', 'Only a facilitator proposes the default, in draft.'],
  'member.seat': ['invalid', 'A delegate speaks for a stakeholder, and nobody else does.'],
  'member.already': ['conflict', 'You hold this seat already.'],
  'member.unknown': ['not-found', 'There is no such member.'],
  'member.no-seat': ['conflict', 'You hold no seat here that you could leave.'],
  'member.last-facilitator': [
    'conflict',
    'The last facilitator cannot be removed, nor leave: somebody must be left who can move the negotiation.',
  ],
  'member.deputy-self': ['conflict', 'A delegate cannot be their own deputy.'],
  'member.deputy-period': ['invalid', 'The period of a deputy ends before it begins.'],
  'member.deputy-of-deputy': ['forbidden', 'A deputy cannot hand over to another.'],
  'invitation.unknown': ['not-found', 'There is no such invitation.'],
  'invitation.used': ['conflict', 'This invitation has been used.'],
  'invitation.revoked': ['conflict', 'This invitation was taken back.'],
  'invitation.expired': ['closed', 'This invitation expired at {at}.'],
  'invitation.past': ['invalid', 'An invitation cannot expire before it is made.'],
  'briefing.required-mid-round': [
    'closed',
    'While a round is open a briefing can only be published as not required.',
  ],
  'briefing.version': ['conflict', 'The next version of briefing {id} is {version}.'],
  'briefing.newest': [
    'conflict',
    'The newest version of briefing {id} is {version}: read that one, then acknowledge it.',
  ],
  'briefing.acknowledged': ['conflict', '{stakeholder} has acknowledged briefing {id} already.'],
  'round.number': ['conflict', 'The round in question is round {round}.'],
  'round.moved-on': [
    'conflict',
    'The negotiation has moved on since you looked: it stands at round {round} now. Nothing was changed.',
  ],
  'round.incomplete': ['conflict', 'The round cannot open yet: {first}.'],
  'round.sealed-left': [
    'conflict',
    'Round {round} cannot close while a sealed ballot of {stakeholder} is unopened.',
  ],
  'round.effective': ['conflict', 'The round closes with effect of {at}.'],
  'deadline.past': ['invalid', 'The deadline {deadline} has passed already.'],
  'deadline.set': ['conflict', 'The round has a deadline; it can be extended.'],
  'deadline.none': ['conflict', 'The round has no deadline that could be extended.'],
  'deadline.earlier': ['conflict', 'A deadline moves only to a later moment than {deadline}.'],
  'consent.unknown': ['not-found', 'No consent was asked for at position {position}.'],
  'consent.settled': ['conflict', 'This question is settled.'],
  'consent.same': ['conflict', '{stakeholder} has given this answer already.'],
  'ballot.faults': ['invalid', 'The ballot is refused: {first}.'],
  'ballot.withdrawn-profile': ['conflict', 'Profile {id} was withdrawn; a ballot cannot score it.'],
  'ballot.mode': ['conflict', 'In this negotiation ballots are {mode}.'],
  'ballot.seal': ['conflict', 'This ballot of {stakeholder} does not fit its seal.'],
  'ballot.not-sealed': [
    'conflict',
    '{stakeholder} has no sealed ballot at position {position} to be opened.',
  ],
  'ballot.opening-missing': ['conflict', 'The opening of a sealed ballot of {stakeholder} is not at hand.'],
  'ballot.not-entered': [
    'not-found',
    'No ballot for {stakeholder} entered at position {position} waits to be confirmed: it was confirmed already, or a newer one took its place.',
  ],
  'ballot.nothing-entered': ['invalid', 'A ballot entered from paper is there either openly or sealed.'],
  'threat.default': ['conflict', 'Threats are assessed against the default profile, not of it.'],
  'pledge.none': ['not-found', '{stakeholder} has no pledge for profile {profile}.'],
  'comment.unknown': ['not-found', 'There is no comment at position {position}.'],
  'comment.redacted': ['conflict', 'This comment was redacted.'],
  'conclude.profile': ['conflict', 'Profile {id} cannot be adopted.'],
  'conclude.reason': [
    'invalid',
    'Profile {id} does not clear the bar on the informed basis: adopting it asks for a reason.',
  ],
  'commitment.unknown': ['not-found', '{stakeholder} has no commitment.'],
  'commitment.report': ['not-found', '{stakeholder} made no report at position {position}.'],
  'commitment.none': [
    'conflict',
    'No profile was adopted that names a strategy: there is nothing to report on.',
  ],
  'commitment.unscheduled': ['conflict', 'No reports are asked for already.'],
  'commitment.due-past': ['invalid', 'The date {first} has passed already.'],
  'commitment.own': ['conflict', 'A stakeholder does not dispute its own report.'],
  'succeeded.twice': ['conflict', 'This negotiation has a successor already.'],
  'succeeded.self': ['invalid', 'A negotiation cannot succeed itself.'],
  'key.previous': ['conflict', 'The key that signs now is another.'],
  'key.malformed': ['invalid', 'A key or the signature of the rotation is malformed.'],
  'key.names': ['invalid', 'The new key and the previous one are named {key} and {previous}.'],
  'key.origin': ['invalid', 'Keys of this log are named after it and its epoch {epoch}, not {name}.'],
  'key.same': ['conflict', 'The new key is the previous one.'],
  'key.signature': ['invalid', 'The rotation is not signed with the previous key.'],
  'epoch.number': ['conflict', 'The next epoch is {epoch}.'],
  'epoch.checkpoint': [
    'invalid',
    'A new epoch quotes the lost checkpoint, a signed note of this log in epoch {epoch} or a later one.',
  ],
} as const satisfies Record<string, readonly [RefusalCode, string]>;

export type RefusalKey = keyof typeof REFUSALS;

type Values = Readonly<Record<string, string | number>>;

export function refuse(key: RefusalKey, values: Values = {}, faults?: readonly Fault[]): Refusal {
  const [code, template] = REFUSALS[key];
  const text = template.replace(/\{([a-z]+)\}/gi, (_, name: string) => String(values[name] ?? ''));
  return { code, message: { key, values, text }, ...(faults && { faults }) };
}

/** For faults of what was given: the sentence tells the first of them. */
export function refuseFaults(key: RefusalKey, faults: readonly Fault[], values: Values = {}): Refusal {
  const [first] = faults;
  const told = first ? (first.path === '' ? first.message : `${first.path}: ${first.message}`) : '';
  return refuse(key, { ...values, first: told }, faults);
}
