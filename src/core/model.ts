/**
 * What the aggregator takes in and gives out (aggregation.md §1 and negotiation-file.md "The result").
 *
 * Everything refers to stakeholders, profiles, dimensions, … by index into the lists of `Negotiation`, so that
 * the mathematics runs on integers; ids come back in the result. A `Negotiation` is supposed to be valid: the
 * bounds below were checked by whoever built it (src/negotiation/file).
 */

export const STANCES = ['necessary', 'expected', 'possible'] as const;
export type Stance = (typeof STANCES)[number];
export type ByStance<T> = { readonly [S in Stance]: T };

export const BASES = ['stated', 'informed'] as const;
export type Basis = (typeof BASES)[number];

/** A share a/b with 0 ≤ a ≤ b ≤ 10⁹, b > 0; not necessarily in lowest terms. */
export interface Share {
  readonly a: number;
  readonly b: number;
}

/** A rule tree of §2, resolved to indices. At most 64 nodes, at most 8 deep. */
export type Rule =
  | { readonly kind: 'quota'; readonly dimension: number; readonly share: Share; readonly strict: boolean }
  | { readonly kind: 'members'; readonly share: Share; readonly strict: boolean }
  | { readonly kind: 'count'; readonly atLeast: number }
  | { readonly kind: 'allBut'; readonly allBut: number }
  | { readonly kind: 'includes'; readonly stakeholders: readonly number[] }
  | { readonly kind: 'allOf' | 'anyOf'; readonly nodes: readonly Rule[] };

/** low ≤ best ≤ high. Scores in hundredths of a point, 0 … 10,000; threat changes −3 … 3. */
export type Triple = readonly [low: number, best: number, high: number];

export interface Stakeholder {
  readonly id: string;
  /** One weight per dimension, integers 0 … 10⁹. */
  readonly weights: readonly number[];
}

export interface Profile {
  readonly id: string;
  readonly isDefault: boolean;
  readonly adoptable: boolean;
  /** Guarantees that it relies on, ascending indices. */
  readonly relies: readonly number[];
  readonly needs: Rule | null;
  /** Strategy texts by stakeholder index; empty where the profile names none. */
  readonly strategies: ReadonlyMap<number, string>;
}

/** What a ballot says of the profiles that it covers. Keys are profile indices. */
export type BallotContent =
  | { readonly kind: 'abstain' }
  | { readonly kind: 'scores'; readonly scores: ReadonlyMap<number, Triple> }
  | {
      readonly kind: 'criteria';
      /** One integer 0 … 1000 per criterion, at least one positive. */
      readonly weights: readonly number[];
      /** Per profile covered, a triple per criterion; `null` only where the criterion's weight is 0. */
      readonly scores: ReadonlyMap<number, readonly (Triple | null)[]>;
    };

export interface Ballot {
  readonly stakeholder: number;
  /** RFC 3339, UTC, three decimals and `Z`: compares as text. */
  readonly at: string;
  readonly provisional: boolean;
  readonly content: BallotContent;
  /** profile → guarantee → plain score, both by index. */
  readonly without: ReadonlyMap<number, ReadonlyMap<number, Triple>>;
}

export interface Negotiation {
  readonly dimensions: readonly string[];
  readonly rule: Rule;
  readonly stakeholders: readonly Stakeholder[];
  readonly profiles: readonly Profile[];
  readonly guarantees: readonly { readonly id: string; readonly delivered: boolean }[];
  readonly criteria: readonly string[];
  readonly briefings: readonly { readonly id: string; readonly required: boolean }[];
  readonly acknowledgements: readonly {
    readonly stakeholder: number;
    readonly briefing: number;
    readonly at: string;
  }[];
  /** In the file's order; of two ballots of one stakeholder at one instant the later in the list is newer. */
  readonly ballots: readonly Ballot[];
  /** The catalogue's forms, then the negotiation's own, by id. */
  readonly threats: readonly string[];
  readonly threatAssessments: readonly {
    readonly stakeholder: number;
    readonly profile: number;
    readonly threat: number;
    readonly change: Triple;
  }[];
  readonly acuteRiskAssessments: readonly {
    readonly stakeholder: number;
    readonly profile: number;
    readonly ends: Triple;
  }[];
  readonly pledges: readonly {
    readonly stakeholder: number;
    readonly profile: number;
    readonly condition: Rule | null;
  }[];
  /** `null`: they follow from the strategies (§6). */
  readonly moves:
    | readonly { readonly stakeholder: number; readonly from: number; readonly to: number }[]
    | null;
}

// ---------------------------------------------------------------------------------------------------------
// The result: plain JSON. `JSON.stringify` of it is the wire format; key order is the order of construction.

/** A JSON integer up to 2⁵³ − 1, a decimal string above, or `"a/b"` in lowest terms. */
export type Exact = number | string;
/** Scale points, always a string in lowest terms: `"25/2"`, `"7"`. */
export type Points = string;
/** A list of ids, or its length above 10,000 stakeholders (unless `members` is asked for). */
export type Members = readonly string[] | number;

export const VERDICTS = ['clears', 'leans', 'within-reach', 'out-of-reach'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const THREAT_STATUSES = ['worse', 'unresolved', 'no-worse', 'safer'] as const;
export type ThreatStatus = (typeof THREAT_STATUSES)[number];

export interface PairRow {
  readonly over: string;
  readonly under: string;
  readonly members: number;
  readonly weights: Readonly<Record<string, Exact>>;
  readonly adequate: boolean;
}

export interface Joiners {
  readonly joiners: Members;
  readonly count: number;
  readonly shift: Points;
  readonly proven: boolean;
}

export interface Gap {
  readonly leastShift: Joiners | null;
  readonly fewestJoiners: Joiners | null;
  readonly silentSuffice: boolean;
}

export interface StabilityRow {
  readonly nash: boolean | null;
  readonly gmr: boolean | null;
  readonly smr: boolean | null;
  readonly seq: boolean | null;
  readonly temptations: readonly { readonly stakeholder: string; readonly to: string }[] | number;
}

export interface ProfileResult {
  readonly id: string;
  readonly verdict: Verdict | 'default';
  readonly criticalGain: ByStance<Points | null> | null;
  readonly efficient: ByStance<boolean>;
  readonly weaklyEfficient: ByStance<boolean>;
  readonly core: ByStance<boolean>;
  readonly unanimous: ByStance<boolean> | null;
  readonly dominatedBy: ByStance<readonly string[]>;
  readonly coalition: ByStance<Members> | null;
  readonly worseOff: ByStance<Members> | null;
  readonly criticalMembers: ByStance<Members | null> | null;
  readonly resilience: ByStance<number | { readonly atMost: number } | null> | null;
  readonly gap: { readonly necessary: Gap | null; readonly expected: Gap | null } | null;
  readonly threats: ThreatStatus | null;
  readonly threatForms: { readonly [S in ThreatStatus]: readonly string[] } | null;
  readonly recommended: boolean;
  readonly acuteRisk: {
    readonly assessors: number;
    readonly low: Points;
    readonly median: Points;
    readonly high: Points;
  } | null;
  readonly ratifiers: Members;
  readonly ratified: boolean;
  readonly stability: ByStance<StabilityRow>;
}

export interface Aid {
  readonly id: string;
  readonly value: Points;
}

export interface LeverageProfile {
  readonly id: string;
  readonly stated: number;
  readonly verdict: Verdict;
  readonly without: Verdict;
  readonly pivotal: ByStance<boolean>;
  readonly firm: ByStance<boolean>;
}

export interface LeverageRow {
  readonly guarantee: string;
  readonly profiles: readonly LeverageProfile[];
}

export type PowerResult =
  | {
      readonly method: 'exact';
      readonly stakeholders: readonly {
        readonly id: string;
        readonly banzhafSwings: string;
        readonly banzhaf: number;
        readonly shapleyShubik: number;
      }[];
    }
  | {
      readonly method: 'sampled';
      readonly seed: string;
      readonly samples: number;
      readonly stakeholders: readonly {
        readonly id: string;
        readonly banzhafSwings: null;
        readonly banzhaf: number;
        readonly banzhafInterval: readonly [number, number];
        readonly shapleyShubik: number;
        readonly shapleyShubikInterval: readonly [number, number];
      }[];
    };

export interface AggregationResult {
  readonly format: 'parley-aggregation/1';
  readonly basis: Basis;
  readonly silent: Members;
  readonly provisional: Members;
  readonly pairs: ByStance<readonly PairRow[]>;
  readonly profiles: readonly ProfileResult[];
  readonly aids: ByStance<{ readonly utilitarian: Aid | null; readonly egalitarian: Aid | null }>;
  readonly leverage: readonly LeverageRow[];
  readonly power?: PowerResult;
}

export interface AggregateOptions {
  readonly basis: Basis;
  /** Adds `power` (§4). Default false. */
  readonly power?: boolean;
  /** Writes lists of ids above 10,000 stakeholders too. Default false. */
  readonly members?: boolean;
  /** Looks for `gap` and `resilience`, which may take a search each; without it both are `null`. Default true. */
  readonly searches?: boolean;
}
