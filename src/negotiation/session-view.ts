import type { ByStance, Points, Verdict } from '@/core/model';
import type { FileProfile } from './file/model';
import type { FrameChange } from './state';

/** What the session page and the feedback between rounds tell a member (product.md §2 and §3), cut to what they may see. */
export interface SessionView {
  /** Of the newest event. */
  readonly position: number;
  /** Oldest first. */
  readonly rounds: readonly {
    readonly round: number;
    readonly openedAt: string;
    readonly deadline: string | null;
    /** With effect of; `null` while it is open. */
    readonly closedAt: string | null;
  }[];
  readonly votes: readonly StakeholderVote[];
  /** Newest first. */
  readonly consents: readonly ConsentView[];
  /** Waiting ones first, then the newest. */
  readonly proposals: readonly ProposalView[];
  readonly conclusion: {
    readonly profile: string | null;
    readonly reason: string | null;
    readonly at: string;
  } | null;
}

export interface StakeholderVote {
  readonly stakeholder: string;
  /** Seats taken, deputies aside. */
  readonly delegates: number;
  readonly castAt: string | null;
  /** Whether it was cast in the round that is open, or in the last one. */
  readonly thisRound: boolean;
  /** How it was cast, where the reader may see its ballot; `hidden` where they may not, or not yet. */
  readonly as: 'scores' | 'abstained' | 'hidden' | null;
  readonly provisional: boolean;
}

export interface ConsentView {
  /** Its name. */
  readonly position: number;
  readonly at: string;
  readonly change: FrameChange;
  readonly note: string | null;
  readonly status: 'asked' | 'adopted' | 'lapsed';
  readonly answers: readonly {
    readonly stakeholder: string;
    readonly word: 'given' | 'refused';
    readonly reason: string | null;
  }[];
}

export interface ProposalView {
  readonly profile: FileProfile;
  /** In whose name; `null`: a facilitator's own. */
  readonly stakeholder: string | null;
  readonly byMe: boolean;
  readonly at: string;
  readonly status: 'waiting' | 'admitted' | 'refused' | 'withdrawn';
  readonly reason: string | null;
  readonly settledAt: string | null;
}

/** Delphi feedback: a closed round as the next one begins, and what moved since the one before. */
export interface RoundFeedback {
  readonly round: number;
  readonly closedAt: string;
  /** The round before it; `null` for the first. */
  readonly before: number | null;
  readonly profiles: readonly ProfileFeedback[];
}

/** low, best and high, exact, in points. */
export type PointsTriple = readonly [low: Points, best: Points, high: Points];

export interface ProfileFeedback {
  readonly profile: string;
  readonly before: ProfileStanding | null;
  /** On the informed basis, at the close; `null` while it is being computed. */
  readonly now: ProfileStanding | null;
  /** What the reader's stakeholder had stated when the round closed; `null` where it had not. */
  readonly mine: PointsTriple | null;
  /** What the others had stated; `null` where ballots are private. */
  readonly others: readonly { readonly stakeholder: string; readonly score: PointsTriple }[] | null;
  /** Of those others, who stated something else at the close before; `null` where ballots are private or there was none. */
  readonly moved:
    | readonly {
        readonly stakeholder: string;
        readonly from: PointsTriple | null;
        readonly to: PointsTriple | null;
      }[]
    | null;
}

export interface ProfileStanding {
  readonly verdict: Verdict | 'default';
  /** How many prefer it to the default under each stance; `null` for the default itself. */
  readonly gaining: ByStance<number> | null;
}
