import fc from 'fast-check';
import { type Command, type CommandKind, type CommandOf, isCommand } from '../command';
import { MODES } from '../events/negotiation';
import type { RuleNode } from '../file/model';
import { ROLES } from '../roles';
import { A, AUDITOR, B, C, FACILITATOR, OBSERVER, OUTSIDER } from './stage';

/** Commands that often make sense on a stage: small pools of names, some of which stand for nothing. */

const anybody = fc.constantFrom(FACILITATOR, A, B, C, AUDITOR, OBSERVER, OUTSIDER, 'system');

const who = fc.constantFrom('a', 'b', 'c', 'a', 'b', 'c', 'd', 'constructor');
const which = fc.constantFrom('base', 'deal', 'base', 'deal', 'base', 'deal', 'p1', 'constructor');
const threat = fc.constantFrom('misuse/oracle', 'other/lock-in', 'no/such');
const text = fc.constantFrom('Because.', 'ünïcödé 🙂', 'x');
const maybe = fc.option(text);
const position = fc.integer({ min: 28, max: 50 });
const instant = fc
  .integer({ min: 0, max: 96 })
  .map((hours) => new Date(Date.parse('2026-01-01T00:00:00.000Z') + hours * 3_600_000).toISOString());
const points = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const triple = <T extends number>(part: fc.Arbitrary<T>) =>
  fc.tuple(part, part, part).map((parts) => {
    const [low = 0, best = 0, high = 0] = [...parts].sort((x, y) => x - y);
    return [low, best, high] as const;
  });
const score = fc.oneof(points, triple(points));
const leaf: fc.Arbitrary<RuleNode> = fc.oneof(
  fc.record({
    quota: fc.record({
      dimension: fc.constantFrom('power', 'votes'),
      moreThan: fc.constantFrom('1/2', '2/3', '1/1'),
    }),
  }),
  fc.record({ members: fc.record({ atLeast: fc.integer({ min: 1, max: 4 }) }) }),
  fc.record({ includes: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }) }),
);
const rule: fc.Arbitrary<RuleNode> = fc.oneof(
  leaf,
  fc.record({ allOf: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
  fc.record({ anyOf: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
);
const ballot = fc.oneof(
  fc.constant({ scores: { base: 30, deal: [40, 50.5, 99.99] } }),
  fc.constant({ abstain: true }),
  fc.record({ scores: fc.dictionary(which, score, { maxKeys: 3 }) }),
  fc.record({ abstain: fc.constant(true), provisional: fc.boolean() }),
  fc.record({
    criteria: fc.record({
      weights: fc.constant({ k: 2, l: 0 }),
      scores: fc.dictionary(which, fc.record({ k: score }), { maxKeys: 2 }),
    }),
  }),
  fc.record({ scores: fc.constant({ deal: 50 }), without: fc.constant({ deal: { g: [1, 2, 3] } }) }),
  fc.anything(),
);
const stakeholder = fc.record({
  id: who,
  name: text,
  kind: fc.constant('lab' as const),
  weights: fc.dictionary(fc.constantFrom('power', 'votes'), fc.integer({ min: 0, max: 99 }), { maxKeys: 1 }),
});
const profile = fc.record(
  {
    id: which,
    title: text,
    summary: text,
    default: fc.boolean(),
    amends: which,
    relies: fc.constantFrom([], ['g'], ['h']),
    needs: rule,
    strategies: fc.dictionary(who, text, { maxKeys: 2 }),
  },
  { requiredKeys: ['id', 'title'] },
);
const guarantee = fc.record({
  id: fc.constantFrom('g', 'h'),
  title: text,
  kind: fc.constant('other' as const),
  holds: fc.constant('training' as const),
  delivered: fc.boolean(),
});
const labelled = (ids: readonly string[]) => fc.record({ id: fc.constantFrom(...ids), label: text });
const dimension = labelled(['power', 'votes']);
const criterion = labelled(['k', 'l', 'm']);
const removed = (ids: fc.Arbitrary<string>) => fc.record({ id: ids });
const typed = <T extends string, D>(type: T, data: fc.Arbitrary<D>) =>
  fc.record({ type: fc.constant(type), data });

const frameChange = fc.oneof(
  typed('dimension.added', fc.record({ dimension, weights: fc.dictionary(who, fc.nat(9), { maxKeys: 1 }) })),
  typed('dimension.changed', fc.record({ dimension })),
  typed('dimension.removed', removed(fc.constantFrom('power', 'votes'))),
  typed('stakeholder.added', fc.record({ stakeholder })),
  typed('stakeholder.changed', fc.record({ stakeholder })),
  typed('stakeholder.removed', removed(who)),
  typed('rule.set', fc.record({ rule })),
);
const termsChange = fc.oneof(
  typed('criterion.added', fc.record({ criterion })),
  typed('criterion.changed', fc.record({ criterion })),
  typed('criterion.removed', removed(fc.constantFrom('k', 'l', 'm'))),
  typed('guarantee.added', fc.record({ guarantee })),
  typed('guarantee.changed', fc.record({ guarantee, evidence: maybe })),
  typed('guarantee.removed', removed(fc.constantFrom('g', 'h'))),
  typed(
    'moves.set',
    fc.record({
      moves: fc.option(fc.array(fc.record({ stakeholder: who, from: which, to: which }), { maxLength: 2 })),
    }),
  ),
);
const asDefault = typed(
  'profile.admitted',
  fc.record({ profile: which, asDefault: fc.constant(true as const) }),
);
const seat = { role: fc.constantFrom(...ROLES), stakeholder: fc.option(who) };

const ARGUMENTS: { readonly [K in CommandKind]: fc.Arbitrary<Omit<CommandOf<K>, 'kind'>> } = {
  createNegotiation: fc.record({
    title: text,
    mode: fc.constantFrom(...MODES),
    public: fc.boolean(),
    succeeds: fc.constant(null),
  }),
  importFile: fc.record({ file: fc.anything() }),
  describe: fc.record({
    title: text,
    description: maybe,
    simulated: fc.boolean(),
    threats: fc.array(fc.record({ id: threat, title: text }), { maxLength: 2 }),
  }),
  setMode: fc.record({ mode: fc.constantFrom(...MODES), public: fc.boolean() }),
  archive: fc.constant({}),
  conclude: fc.record({ profile: fc.option(which), reason: maybe }),
  succeed: fc.record({ by: fc.constantFrom('next', 'stage') }),
  changeFrame: fc.record({ change: frameChange }),
  changeTerms: fc.record({ change: termsChange }),
  proposeProfile: fc.record({ profile, stakeholder: fc.option(who), admit: fc.boolean() }),
  admitProfile: fc.record({ profile: which, asDefault: fc.boolean() }),
  refuseProfile: fc.record({ profile: which, reason: text }),
  withdrawProfile: fc.record({ profile: which, reason: maybe }),
  invite: fc.record({ invitation: fc.constantFrom('i', 'j', 'constructor'), ...seat, expiresAt: instant }),
  join: fc.record({ invitation: fc.constantFrom('i', 'j', 'constructor') }),
  removeMember: fc.record({ member: fc.record({ pseudonym: fc.constantFrom(A, B, FACILITATOR), ...seat }) }),
  revokeInvitation: fc.record({ invitation: fc.constantFrom('i', 'j') }),
  deputise: fc.record({
    stakeholder: who,
    deputy: fc.constantFrom(OUTSIDER, A),
    from: instant,
    until: instant,
  }),
  publishBriefing: fc.record({
    briefing: fc.record({ id: fc.constantFrom('facts', 'more'), title: text, required: fc.boolean() }),
    text: maybe,
  }),
  acknowledge: fc.record({ stakeholder: who, briefing: fc.constantFrom('facts', 'more') }),
  openRound: fc.record({ deadline: fc.option(instant) }),
  closeRound: fc.constant({}),
  extendRound: fc.record({ deadline: instant }),
  setDeadline: fc.record({ deadline: instant }),
  askConsent: fc.record({ change: fc.oneof(frameChange, asDefault), note: maybe }),
  giveConsent: fc.record({ consent: position, stakeholder: who }),
  refuseConsent: fc.record({ consent: position, stakeholder: who, reason: maybe }),
  castBallot: fc.record({ stakeholder: who, ballot }),
  enterBallot: fc.record({ stakeholder: who, ballot, note: maybe }),
  confirmBallot: fc.record({ stakeholder: who, entered: position }),
  assessThreat: fc.record({
    stakeholder: who,
    profile: which,
    threat,
    change: triple(fc.integer({ min: -3, max: 3 })),
    reason: maybe,
    evidence: maybe,
  }),
  assessAcuteRisk: fc.record({ stakeholder: who, profile: which, ends: score, reason: maybe }),
  pledge: fc.record({ stakeholder: who, profile: which, condition: fc.option(rule) }),
  withdrawPledge: fc.record({ stakeholder: who, profile: which }),
  postComment: fc.record({
    topic: fc.oneof(
      fc.constant({ kind: 'negotiation' as const }),
      fc.record({ kind: fc.constant('profile' as const), id: which }),
    ),
    replyTo: fc.option(position),
    argument: fc.constantFrom('for' as const, 'against' as const, null),
    stakeholder: fc.option(who),
    text,
  }),
  editComment: fc.record({ comment: position, text }),
  redactComment: fc.record({ comment: position, reason: maybe }),
  reportCommitment: fc.record({
    stakeholder: who,
    status: fc.constantFrom('planned' as const, 'broken' as const),
    evidence: maybe,
  }),
  disputeCommitment: fc.record({ stakeholder: who, report: position, by: who, reason: text }),
  leave: fc.constant({}),
  scheduleReports: fc.record({
    schedule: fc.option(
      fc.record({ first: instant, everyMonths: fc.option(fc.integer({ min: 1, max: 60 })) }),
    ),
  }),
  rotateKey: fc.record({ key: text, previous: text, signature: fc.constant('AAAA') }),
  beginEpoch: fc.record({ epoch: fc.integer({ min: 2, max: 3 }), checkpoint: text }),
};

/** What happens most on a real stage comes up more often than what ends it. */
const COMMON: readonly CommandKind[] = [
  'castBallot',
  'castBallot',
  'openRound',
  'closeRound',
  'proposeProfile',
  'giveConsent',
  'askConsent',
  'pledge',
];

/** Who does what: mostly whoever may, and sometimes anybody. */
export const doings: fc.Arbitrary<readonly [actor: string, command: Command]> = fc
  .constantFrom(...commandKinds(), ...COMMON, ...COMMON)
  .chain((kind) => withKind(kind))
  .chain((command) =>
    fc.tuple(
      fc.oneof({ weight: 5, arbitrary: fc.constant(whoMay(command)) }, { weight: 1, arbitrary: anybody }),
      fc.constant(command),
    ),
  );

const DELEGATES: ReadonlyMap<string, string> = new Map([
  ['a', A],
  ['b', B],
  ['c', C],
]);

function whoMay(command: Command): string {
  const own = 'stakeholder' in command && command.kind !== 'invite' && command.kind !== 'enterBallot';
  const delegate = own && command.stakeholder !== null ? DELEGATES.get(command.stakeholder) : undefined;
  if (command.kind === 'join') return OUTSIDER;
  return delegate ?? (command.kind === 'rotateKey' || command.kind === 'beginEpoch' ? 'system' : FACILITATOR);
}

function commandKinds(): CommandKind[] {
  const all: { readonly [K in CommandKind]: unknown } = ARGUMENTS;
  return Object.keys(all).filter((key): key is CommandKind => Object.hasOwn(ARGUMENTS, key));
}

function withKind(kind: CommandKind): fc.Arbitrary<Command> {
  const given: fc.Arbitrary<object> = ARGUMENTS[kind];
  return given.map((rest) => ({ kind, ...rest })).filter((value): value is Command => isCommand(value));
}
