import type { Commitment, ReportSchedule } from './commitment';
import type { EventData } from './events/catalogue';
import type {
  BallotBody,
  FileDimension,
  FileGuarantee,
  FileProfile,
  FileStakeholder,
  RuleNode,
  ScoreEntry,
} from './file/model';
import type { Member, Seat } from './roles';
import type { Mode } from './views';

/**
 * The state of a negotiation as its log tells it: plain JSON, so that a snapshot can be kept (`JSON.stringify` and
 * back). Free texts stand in it as hashes (ledger.md §1), so that it is the same with and without them.
 */

/** By an id, or by several with a space between them: always read with `own`, since `constructor` is an id. */
export type Table<T> = Readonly<Record<string, T>>;

/** A free text: its hash, or, where the log itself holds it (an imported file), the text. */
export type KeptText = { readonly hash: string } | { readonly text: string };

/** product.md §2. A round whose deadline has passed is still `open` here; `periodOf` tells. */
export type PhaseState =
  | { readonly kind: 'draft' }
  | { readonly kind: 'open'; readonly round: number; readonly deadline: string | null }
  | { readonly kind: 'closed'; readonly round: number }
  | { readonly kind: 'concluded'; readonly round: number; readonly profile: string | null }
  | { readonly kind: 'archived'; readonly from: 'draft' | 'concluded'; readonly round: number };

export interface ProfileEntry {
  /** Without its summary. */
  readonly profile: Omit<FileProfile, 'summary'>;
  readonly summary: KeptText | null;
  readonly status: 'proposed' | 'admitted';
  /** `null` where the profile came with an imported file. */
  readonly proposedBy: { readonly pseudonym: string; readonly stakeholder: string | null } | null;
  /** The first round that opened with it, or in which it was admitted: its text stands from then on. */
  readonly openedIn: number | null;
}

export interface BriefingEntry {
  readonly id: string;
  readonly title: string;
  readonly required?: boolean;
  readonly version: number;
  readonly text: string | null;
}

export interface Acknowledgement {
  readonly stakeholder: string;
  readonly briefing: string;
  readonly version: number;
  readonly at: string;
  readonly imported: boolean;
}

/** A ballot that stands in the log for everyone who may see ballots: cast in the open, unsealed, or imported. */
export interface CastBallot {
  readonly stakeholder: string;
  readonly at: string;
  /** Of the event by which it came to count: cast, abstained, sealed, confirmed, imported. */
  readonly position: number;
  readonly ballot: BallotBody;
  readonly imported: boolean;
}

/** The newest word of a stakeholder. That there is one is public in every mode. */
export type Vote = {
  readonly position: number;
  readonly at: string;
  /** Who cast or confirmed it; `null` where it was imported. */
  readonly actor: string | null;
} & (
  | { readonly kind: 'revealed'; readonly ballot: BallotBody }
  /** `sealed` is the position of the event that holds the commitment (`ballot.sealed`, `ballot.entered`). */
  | { readonly kind: 'sealed'; readonly commitment: string; readonly sealed: number }
);

/** A paper ballot that no delegate has confirmed. */
export interface EnteredBallot {
  readonly position: number;
  readonly at: string;
  readonly ballot: BallotBody | null;
  readonly commitment: string | null;
}

/** A statement, and what of it had been revealed when the last round opened (for readers of sealed rounds). */
export interface Tracked<T> {
  readonly now: T | null;
  readonly shown: T | null;
}

export interface ThreatAssessment {
  readonly stakeholder: string;
  readonly profile: string;
  readonly threat: string;
  readonly change: readonly [low: number, best: number, high: number];
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly position: number;
}

export interface AcuteRiskAssessment {
  readonly stakeholder: string;
  readonly profile: string;
  readonly ends: ScoreEntry;
  readonly reason: string | null;
  readonly position: number;
}

export interface Pledge {
  readonly stakeholder: string;
  readonly profile: string;
  readonly condition: RuleNode | null;
  readonly position: number;
}

export interface Invitation extends Seat {
  readonly expiresAt: string;
  readonly status: 'open' | 'used' | 'revoked';
}

/** Who speaks for a stakeholder from `from` until before `until`, and who handed over to them. */
export interface Deputy {
  readonly stakeholder: string;
  readonly pseudonym: string;
  readonly by: string;
  readonly from: string;
  readonly until: string;
}

export type FrameChange = EventData<'consent.asked'>['change'];

export interface Consent {
  /** Of `consent.asked`: its name. */
  readonly position: number;
  readonly change: FrameChange;
  readonly note: string | null;
  readonly words: Table<'given' | 'refused'>;
  readonly status: 'asked' | 'adopted' | 'lapsed';
}

export interface RoundEntry {
  readonly round: number;
  readonly opened: { readonly position: number; readonly at: string };
  readonly deadline: string | null;
  readonly closed: { readonly position: number; readonly at: string; readonly effectiveAt: string } | null;
}

export interface CommentEntry {
  readonly position: number;
  readonly at: string;
  readonly actor: string;
  readonly topic: EventData<'comment.posted'>['topic'];
  readonly replyTo: number | null;
  readonly argument: 'for' | 'against' | null;
  readonly stakeholder: string | null;
  /** `null` once redacted. */
  readonly text: string | null;
  /** Hashes of what stood there before, oldest first. */
  readonly earlier: readonly string[];
}

/** What the log must say next, before anything else: the events of one decision stand together. */
export type Owed =
  | { readonly kind: 'creator' }
  | { readonly kind: 'close' }
  | { readonly kind: 'change'; readonly change: FrameChange }
  | { readonly kind: 'result'; readonly position: number };

/** The history came back with fewer events than were signed, or with others. */
export interface Restoration {
  /** Of the first `epoch.begun`: so many of the signed events were left. */
  readonly position: number;
  readonly at: string;
  /** Size of the lost checkpoint. */
  readonly signed: number;
  /** Of the last `epoch.begun` that makes up for it: one for each epoch that was lost. */
  readonly until: number;
}

export interface NegotiationState {
  readonly v: 1;
  readonly log: string;
  /** Of the newest event. */
  readonly position: number;
  readonly at: string;
  readonly actor: string;
  readonly title: string;
  readonly description: KeptText | null;
  readonly simulated: boolean;
  readonly mode: Mode;
  readonly public: boolean;
  /** The log that this negotiation succeeds, and the one by which it was succeeded. */
  readonly succeeds: string | null;
  readonly succeededBy: string | null;
  readonly phase: PhaseState;
  readonly rounds: readonly RoundEntry[];
  /** Whether it started from a file, and which of the file's lists were there, though empty. */
  readonly imported: boolean;
  readonly emptyLists: readonly string[];

  readonly dimensions: readonly FileDimension[];
  /** `null` until it is set. */
  readonly rule: RuleNode | null;
  readonly stakeholders: readonly FileStakeholder[];
  /** Index in `stakeholders` by id. */
  readonly stakeholderIndex: Table<number>;
  readonly criteria: readonly { readonly id: string; readonly label: string }[];
  readonly guarantees: readonly FileGuarantee[];
  /** What shows that a guarantee was delivered, by its id. */
  readonly deliveries: Table<string>;
  /** In the order of the file: admitted and proposed ones; refused and withdrawn ones are gone. */
  readonly profiles: readonly ProfileEntry[];
  readonly moves:
    | readonly {
        readonly stakeholder: string;
        readonly from: string;
        readonly to: string;
      }[]
    | null;
  readonly threats: readonly { readonly id: string; readonly title: string }[];
  /** Ids that stood for something which ballots may have named: never given again. `kind id`. */
  readonly retired: Table<true>;
  readonly briefings: readonly BriefingEntry[];

  readonly acknowledgements: readonly Acknowledgement[];
  /** The newest version acknowledged, by `stakeholder briefing`. */
  readonly acknowledged: Table<number>;
  /** In runs (evolve/ballot.ts), so that one more costs no copy of them all. */
  readonly ballots: readonly (readonly CastBallot[])[];
  /** The newest word, by stakeholder. */
  readonly votes: Table<Vote>;
  /** By stakeholder. */
  readonly entered: Table<EnteredBallot>;
  /** By `stakeholder profile threat`. */
  readonly threatAssessments: Table<Tracked<ThreatAssessment>>;
  /** By `stakeholder profile`. */
  readonly acuteRisks: Table<Tracked<AcuteRiskAssessment>>;
  /** By `stakeholder profile`. */
  readonly pledges: Table<Tracked<Pledge>>;

  readonly members: readonly Member[];
  readonly invitations: Table<Invitation>;
  readonly deputies: readonly Deputy[];
  readonly consents: readonly Consent[];
  /** By position. */
  readonly comments: Table<CommentEntry>;
  readonly conclusion: {
    readonly profile: string | null;
    readonly reason: string | null;
    readonly position: number;
    readonly at: string;
  } | null;
  /** By stakeholder. */
  readonly commitments: Table<Commitment>;
  /** When reports are due, and the event that said so; `null`: no date is set. */
  readonly reporting: (ReportSchedule & { readonly position: number; readonly at: string }) | null;
  /** No more reports are asked for. */
  readonly reportingEnded: boolean;
  readonly results: readonly { readonly position: number; readonly sha256: string }[];
  /** The verifier key that signs now, named after the epoch, where the log has told of a change. */
  readonly key: string | null;
  readonly epoch: number;
  /** The newest return to an earlier moment, by which an epoch began. */
  readonly restored: Restoration | null;
  readonly owes: readonly Owed[];
}

/** A member of a table, never of its prototype. */
export function own<T>(table: Table<T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Exhausts a discriminated union: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected: ${JSON.stringify(value)}`);
}
