/** What a printed report says of the newest recorded result (ledger.md §2 and §4), cut down to its reader. */
import type { NegotiationFile } from './file/model';
import type { HistoryCheckpoint, HistoryProof } from './history';
import type { Standings } from './result';
import type { RoundEntry } from './state';
import type { Participant } from './views';

/** The negotiation in the state that the result was computed from. */
export interface ReportedMoment {
  /** Of the event that ended the round, or concluded. */
  readonly position: number;
  readonly at: string;
  readonly round: number;
  readonly concluded: boolean;
  /** Question, frame, profiles and briefings, without texts. */
  readonly frame: NegotiationFile;
  readonly participation: readonly Participant[];
  /** How many stakeholders had acknowledged the version that stood then, by briefing. */
  readonly acknowledged: Readonly<Record<string, number>>;
}

export interface RecordedResult {
  readonly kind: 'recorded';
  readonly of: ReportedMoment;
  /** Of the event `result.computed`. */
  readonly at: string;
  readonly actor: string;
  /** SHA-256 that the event holds (ledger.md §4), hex. */
  readonly sha256: string;
  /** Whether the stored numbers, before anything was left out for the reader, hash to that. */
  readonly reproduced: boolean;
  /** Whether something was left out for the reader. */
  readonly redacted: boolean;
  readonly results: Standings;
  readonly proof: HistoryProof;
}

export interface HistoryReport {
  /** `not-recorded`: no result that the reader may see; `computing`: recorded, and its numbers are about to be stored. */
  readonly result: RecordedResult | { readonly kind: 'not-recorded' | 'computing' };
  readonly newest: HistoryCheckpoint;
  readonly rounds: readonly RoundEntry[];
  /** Verifier keys under each epoch's origin, that of now first. */
  readonly epochs: readonly {
    readonly epoch: number;
    readonly origin: string;
    readonly keys: readonly string[];
  }[];
}
