/**
 * The negotiation file as JSON (negotiation-file.md), after validation: `readNegotiationFile` (read.ts) is the
 * only maker of a value of this type from outside. Scores stand here as in the file (points with at most two
 * decimals); `toNegotiation` (to-negotiation.ts) turns them into hundredths for the core.
 */

/** A fraction `"a/b"`. */
export type ShareText = string;

export type RuleNode =
  | { readonly quota: { readonly dimension: string; readonly moreThan: ShareText } }
  | { readonly quota: { readonly dimension: string; readonly atLeast: ShareText } }
  | { readonly members: { readonly moreThan: ShareText } }
  | { readonly members: { readonly atLeast: ShareText | number } }
  | { readonly members: { readonly allBut: number } }
  | { readonly includes: readonly string[] }
  | { readonly allOf: readonly RuleNode[] }
  | { readonly anyOf: readonly RuleNode[] };

/** One number means low = best = high. */
export type ScoreEntry = number | readonly [low: number, best: number, high: number];

export const STAKEHOLDER_KINDS = [
  'lab',
  'government',
  'standards-body',
  'civil-society',
  'company',
  'other',
] as const;
export type StakeholderKind = (typeof STAKEHOLDER_KINDS)[number];

export const GUARANTEE_KINDS = [
  'shutdown-bound',
  'model-checking',
  'regret-bound',
  'policy-certificate',
  'concealment',
  'other',
] as const;
export type GuaranteeKind = (typeof GUARANTEE_KINDS)[number];

export interface FileDimension {
  readonly id: string;
  readonly label: string;
}

export interface FileStakeholder {
  readonly id: string;
  readonly name: string;
  readonly kind: StakeholderKind;
  readonly weights?: Readonly<Record<string, number>>;
}

export interface FileGuarantee {
  readonly id: string;
  readonly title: string;
  readonly kind: GuaranteeKind;
  readonly holds: 'training' | 'instance';
  readonly delivered?: boolean;
  readonly threats?: readonly string[];
}

export interface FileProfile {
  readonly id: string;
  readonly title: string;
  readonly default?: boolean;
  readonly summary?: string;
  readonly amends?: string;
  readonly adoptable?: boolean;
  readonly relies?: readonly string[];
  readonly needs?: RuleNode;
  readonly strategies?: Readonly<Record<string, string>>;
}

export interface FileBriefing {
  readonly id: string;
  readonly title: string;
  readonly required?: boolean;
}

export type ScoresByProfile = Readonly<Record<string, ScoreEntry>>;
export type WithoutScores = Readonly<Record<string, Readonly<Record<string, ScoreEntry>>>>;

/** What a ballot says, without whose it is and when: also the payload of `ballot.cast`. */
export type BallotBody =
  | { readonly scores: ScoresByProfile; readonly without?: WithoutScores; readonly provisional?: boolean }
  | {
      readonly criteria: {
        readonly weights: Readonly<Record<string, number>>;
        readonly scores: Readonly<Record<string, ScoresByProfile>>;
      };
      readonly without?: WithoutScores;
      readonly provisional?: boolean;
    }
  | { readonly abstain: true; readonly provisional?: boolean };

export type FileBallot = BallotBody & { readonly stakeholder: string; readonly at: string };

export interface NegotiationFile {
  readonly format: 'parley-negotiation/1';
  readonly title: string;
  readonly description?: string;
  readonly dimensions?: readonly FileDimension[];
  readonly rule: RuleNode;
  readonly stakeholders: readonly FileStakeholder[];
  readonly guarantees?: readonly FileGuarantee[];
  readonly profiles: readonly FileProfile[];
  readonly criteria?: readonly { readonly id: string; readonly label: string }[];
  readonly briefings?: readonly FileBriefing[];
  readonly acknowledgements?: readonly {
    readonly stakeholder: string;
    readonly briefing: string;
    readonly at: string;
  }[];
  readonly ballots?: readonly FileBallot[];
  readonly threats?: readonly { readonly id: string; readonly title: string }[];
  readonly threatAssessments?: readonly {
    readonly stakeholder: string;
    readonly profile: string;
    readonly threat: string;
    readonly change: readonly [low: number, best: number, high: number];
  }[];
  readonly acuteRiskAssessments?: readonly {
    readonly stakeholder: string;
    readonly profile: string;
    readonly ends: ScoreEntry;
  }[];
  readonly pledges?: readonly {
    readonly stakeholder: string;
    readonly profile: string;
    readonly if?: RuleNode;
  }[];
  readonly moves?: readonly { readonly stakeholder: string; readonly from: string; readonly to: string }[];
}

/** One thing wrong with a file: a JSON path, what was found there, and the bound. Printed as `path: message`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}
