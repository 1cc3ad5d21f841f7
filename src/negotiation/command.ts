import { z } from 'zod';
import { COMMITMENT_STATUSES } from './events/commitment-statuses';
import { FRAME_EVENTS, TERMS_EVENTS } from './events/frame';
import { BRIEFING_EVENTS, MEMBER_EVENTS, topic } from './events/member';
import { MODES } from './events/negotiation';
import { profile } from './events/profile';
import { frameChange, LOG_EVENTS } from './events/round';
import { ruleNode } from './events/rule-node';
import { id, instant, isStorable, label, position, pseudonym, signature, threatId } from './events/scalars';
import { change, scoreEntry } from './events/score';
import { COMMITMENT_EVENTS } from './events/statement';

/** A free text as it was written; the event gets its salted hash. */
const prose = z.string().min(1).max(100_000).refine(isStorable, 'is no text of Unicode without U+0000');
const maybe = prose.nullable();
/** The round at which the asker's page stood: what has moved on since is not moved again (product.md §2). */
const seen = z.int().min(0).exactOptional();
const seat = { role: z.enum(['facilitator', 'delegate', 'auditor', 'observer']), stakeholder: id.nullable() };

const edit = <T extends string, S extends z.ZodType>(type: T, data: S) =>
  z.strictObject({ type: z.literal(type), data });

/** One edit of the frame in draft. */
const draftChange = z.discriminatedUnion('type', [
  edit('dimension.added', FRAME_EVENTS['dimension.added']),
  edit('dimension.changed', FRAME_EVENTS['dimension.changed']),
  edit('dimension.removed', FRAME_EVENTS['dimension.removed']),
  edit('stakeholder.added', FRAME_EVENTS['stakeholder.added']),
  edit('stakeholder.changed', FRAME_EVENTS['stakeholder.changed']),
  edit('stakeholder.removed', FRAME_EVENTS['stakeholder.removed']),
  edit('rule.set', FRAME_EVENTS['rule.set']),
]);

/** One edit of criteria, guarantees and moves. `evidence` is free text. */
const termsChange = z.discriminatedUnion('type', [
  edit('criterion.added', TERMS_EVENTS['criterion.added']),
  edit('criterion.changed', TERMS_EVENTS['criterion.changed']),
  edit('criterion.removed', TERMS_EVENTS['criterion.removed']),
  edit('guarantee.added', TERMS_EVENTS['guarantee.added']),
  edit('guarantee.changed', TERMS_EVENTS['guarantee.changed'].extend({ evidence: maybe })),
  edit('guarantee.removed', TERMS_EVENTS['guarantee.removed']),
  edit('moves.set', TERMS_EVENTS['moves.set']),
]);

/**
 * Everything that a person, or the system, may ask of a negotiation. Ballots and files are judged by `decide`,
 * with the faults and paths of negotiation-file.md, so that they stand here as they came.
 */
export const COMMANDS = {
  createNegotiation: z.strictObject({
    title: label,
    mode: z.enum(MODES),
    public: z.boolean(),
    succeeds: id.nullable(),
  }),
  importFile: z.strictObject({ file: z.unknown() }),
  describe: z.strictObject({
    title: label,
    description: maybe,
    simulated: z.boolean(),
    threats: z.array(z.strictObject({ id: threatId, title: label })).readonly(),
  }),
  setMode: z.strictObject({ mode: z.enum(MODES), public: z.boolean() }),
  archive: z.strictObject({}),
  conclude: z.strictObject({ profile: id.nullable(), reason: maybe, seen }),
  succeed: z.strictObject({ by: id }),
  changeFrame: z.strictObject({ change: draftChange }),
  changeTerms: z.strictObject({ change: termsChange }),
  /** `admit`: a facilitator admits it at once. */
  proposeProfile: z.strictObject({
    profile: profile.extend({ summary: prose.exactOptional() }),
    stakeholder: id.nullable(),
    admit: z.boolean(),
  }),
  /** `asDefault`: in draft; afterwards another default needs consent. */
  admitProfile: z.strictObject({ profile: id, asDefault: z.boolean() }),
  refuseProfile: z.strictObject({ profile: id, reason: prose }),
  withdrawProfile: z.strictObject({ profile: id, reason: maybe }),
  invite: MEMBER_EVENTS['member.invited'],
  join: z.strictObject({ invitation: id }),
  removeMember: z.strictObject({ member: z.strictObject({ pseudonym, ...seat }) }),
  /** Gives up every seat of one's own. */
  leave: z.strictObject({}),
  revokeInvitation: z.strictObject({ invitation: id }),
  deputise: MEMBER_EVENTS['member.deputised'],
  publishBriefing: z.strictObject({
    briefing: BRIEFING_EVENTS['briefing.published'].shape.briefing,
    text: maybe,
  }),
  /** `version`: the one that was read. */
  acknowledge: z.strictObject({ stakeholder: id, briefing: id, version: z.int().min(1).exactOptional() }),
  openRound: z.strictObject({ deadline: instant.nullable(), seen }),
  closeRound: z.strictObject({ seen }),
  extendRound: z.strictObject({ deadline: instant, seen }),
  setDeadline: z.strictObject({ deadline: instant, seen }),
  askConsent: z.strictObject({ change: frameChange, note: maybe }),
  giveConsent: z.strictObject({ consent: position, stakeholder: id }),
  refuseConsent: z.strictObject({ consent: position, stakeholder: id, reason: maybe }),
  /** A ballot or an abstention; sealed where the negotiation's ballots are. */
  castBallot: z.strictObject({ stakeholder: id, ballot: z.unknown(), sig: signature.exactOptional() }),
  enterBallot: z.strictObject({ stakeholder: id, ballot: z.unknown(), note: maybe }),
  confirmBallot: z.strictObject({ stakeholder: id, entered: position, sig: signature.exactOptional() }),
  assessThreat: z.strictObject({
    stakeholder: id,
    profile: id,
    threat: threatId,
    change,
    reason: maybe,
    evidence: maybe,
  }),
  assessAcuteRisk: z.strictObject({ stakeholder: id, profile: id, ends: scoreEntry, reason: maybe }),
  pledge: z.strictObject({ stakeholder: id, profile: id, condition: ruleNode.nullable() }),
  withdrawPledge: z.strictObject({ stakeholder: id, profile: id }),
  postComment: z.strictObject({
    topic,
    replyTo: position.nullable(),
    argument: z.enum(['for', 'against']).nullable(),
    stakeholder: id.nullable(),
    text: prose,
  }),
  editComment: z.strictObject({ comment: position, text: prose }),
  redactComment: z.strictObject({ comment: position, reason: maybe }),
  reportCommitment: z.strictObject({ stakeholder: id, status: z.enum(COMMITMENT_STATUSES), evidence: maybe }),
  disputeCommitment: z.strictObject({ stakeholder: id, report: position, by: id, reason: prose }),
  scheduleReports: COMMITMENT_EVENTS['commitment.scheduled'],
  rotateKey: LOG_EVENTS['key.rotated'],
  beginEpoch: LOG_EVENTS['epoch.begun'],
} as const;

export type CommandKind = keyof typeof COMMANDS;
/** An empty object's type would take `kind` for a stranger. */
type Given<T> = T extends Record<string, never> ? unknown : T;
export type CommandOf<K extends CommandKind> = { readonly kind: K } & Given<z.infer<(typeof COMMANDS)[K]>>;

/** What may be asked of a negotiation, discriminated by `kind`. */
export type Command = { [K in CommandKind]: CommandOf<K> }[CommandKind];

function isCommandKind(kind: string): kind is CommandKind {
  return Object.hasOwn(COMMANDS, kind);
}

/** Whether what came from outside is a command: `{ kind, … }` with exactly the members of its schema. */
export function isCommand(value: unknown): value is Command {
  const outer = z.looseObject({ kind: z.string() }).safeParse(value);
  if (!outer.success) return false;
  const { kind, ...rest } = outer.data;
  return isCommandKind(kind) && COMMANDS[kind].safeParse(rest).success;
}
