/**
 * What the server tells a reader about a negotiation: the outputs of the tRPC procedures and of the use cases
 * that pages call. Already cut down to what the reader may see (product.md §2, "Who sees what, and when").
 */
import type { Verdict } from '@/core/model';
import type { BallotBody, FileBallot, NegotiationFile } from './file/model';
import type { Role } from './roles';

export type Mode = 'open' | 'sealed' | 'private';
export type Phase = 'draft' | 'open' | 'closed' | 'concluded' | 'archived';

/** Where a negotiation stands, in a line. */
export interface Headline {
  readonly title: string;
  readonly mode: Mode;
  readonly phase: Phase;
  /** 0 before the first round has opened. */
  readonly round: number;
  /** RFC 3339, UTC; of the round that is open. */
  readonly deadline: string | null;
  readonly public: boolean;
}

/** What a reader could do next, most urgent first; a page turns it into a sentence and a link. */
export type NextStep =
  | { readonly kind: 'cast'; readonly stakeholder: string }
  /** A ballot from paper waits to be compared and confirmed. */
  | { readonly kind: 'confirm'; readonly stakeholder: string }
  | { readonly kind: 'complete'; readonly stakeholder: string; readonly profiles: readonly string[] }
  | { readonly kind: 'acknowledge'; readonly stakeholder: string; readonly briefings: readonly string[] }
  /** Questions for consent that the stakeholder has not answered. */
  | { readonly kind: 'consent'; readonly stakeholder: string; readonly count: number }
  /** Proposals that wait for a facilitator. */
  | { readonly kind: 'admit'; readonly count: number }
  /** A report on the stakeholder's commitment, near its date or past it. */
  | { readonly kind: 'report'; readonly stakeholder: string; readonly due: string; readonly overdue: boolean }
  /** No date is set by which reports are due. */
  | { readonly kind: 'schedule-reports' }
  | { readonly kind: 'open-round' }
  /** Stakeholders without a ballot while a round is open. */
  | { readonly kind: 'wait-for-ballots'; readonly count: number }
  /** `lapsed`: its deadline has passed; otherwise every stakeholder has a ballot. */
  | { readonly kind: 'close-round'; readonly lapsed: boolean }
  | { readonly kind: 'read-standing' };

export interface NegotiationSummary extends Omit<Headline, 'public'> {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Those for which the reader is a delegate. */
  readonly stakeholders: readonly { readonly id: string; readonly name: string }[];
  readonly participation: { readonly voted: number; readonly of: number };
  /** The newest standing that the reader may see, on the informed basis; `null` where there is none. */
  readonly standing: {
    readonly position: number;
    readonly verdicts: readonly {
      readonly profile: string;
      readonly title: string;
      readonly verdict: Verdict | 'default';
    }[];
  } | null;
  readonly next: readonly NextStep[];
}

export interface Participant {
  readonly stakeholder: string;
  /** Whether a ballot or an abstention of it stands. Public in every mode. */
  readonly voted: boolean;
  readonly castAt: string | null;
}

export interface NegotiationView extends Omit<Headline, 'title'> {
  readonly id: string;
  /** Position of the newest event. */
  readonly position: number;
  /** Whether the log says that its history was simulated (the demonstration). */
  readonly simulated: boolean;
  /**
   * The newest return of the history to an earlier moment (ledger.md §2): the position of the event that tells of it,
   * and how many signed events are gone; 0 where the database grew again to another history. `null` where there was none.
   */
  readonly restored: { readonly position: number; readonly at: string; readonly lost: number } | null;
  /** Question, frame, profiles, briefings: the file without ballots, assessments and pledges. */
  readonly frame: NegotiationFile;
  readonly participation: readonly Participant[];
  readonly me: {
    readonly signedIn: boolean;
    readonly roles: readonly Role[];
    readonly stakeholders: readonly string[];
  };
  /** Per stakeholder of mine: required briefings that it has not acknowledged. */
  readonly unacknowledged: readonly { readonly stakeholder: string; readonly briefings: readonly string[] }[];
  readonly next: readonly NextStep[];
  /** As of which the newest standing is stored, where the reader sees it live, and otherwise `position`. */
  readonly standingPosition: number;
  /** What of the standing the reader may see now: live, as of a position, or nothing yet (and why). */
  readonly standing:
    | { readonly kind: 'live' }
    | { readonly kind: 'at'; readonly position: number }
    | {
        readonly kind: 'none';
        readonly reason: 'not-opened' | 'sealed' | 'observers-later' | 'public-later';
      };
}

export interface MyBallot {
  readonly stakeholder: string;
  /** The newest ballot that counts, sealed ones included (they are shown to their own delegates). */
  readonly ballot: FileBallot | null;
  readonly position: number | null;
  /** `true`: cast by the reader; `false`: by another delegate of the stakeholder. */
  readonly byMe: boolean | null;
  /** Profiles now in the negotiation that the ballot does not cover. */
  readonly uncovered: readonly string[];
  /** Whether a ballot can be cast right now, and if not why. */
  readonly open: boolean;
  readonly draft: { readonly body: BallotDraft; readonly savedAt: string } | null;
  /** A ballot from paper that waits for one of the stakeholder's delegates to confirm it. */
  readonly entered: EnteredView | null;
}

export interface EnteredView {
  /** Of `ballot.entered`: what a confirmation names. */
  readonly position: number;
  readonly at: string;
  /** Who typed it in; `null` where they have left the installation. */
  readonly by: string | null;
  readonly note: string | null;
  readonly ballot: BallotBody;
}

/** One thing that was done with a stakeholder's ballot, for its own delegates. */
export interface PastBallot {
  readonly position: number;
  readonly at: string;
  readonly kind: 'cast' | 'abstained' | 'sealed' | 'entered' | 'confirmed';
  /** `null` where they have left the installation. */
  readonly by: string | null;
  readonly byMe: boolean;
  /** Whether it is the one that counts. */
  readonly counts: boolean;
  /** `null` of a confirmation, which says nothing new. */
  readonly ballot: BallotBody | null;
}

/** A ballot being written: the same keys, any of them still missing. Kept as it is, never counted. */
export interface BallotDraft {
  readonly kind: 'scores' | 'criteria' | 'abstain';
  readonly body: BallotBody | null;
  /** What the form holds, for the form alone (unfinished rows, pinned default). */
  readonly form?: unknown;
}
