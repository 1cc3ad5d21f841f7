/** The history of a negotiation as the server tells it (product.md §2, row "history"): hashes to all members, contents to whom they are shown. */
import type { Event } from './events/event';

export interface HistoryEntry {
  readonly position: number;
  /** RFC 9162 leaf hash of the event's bytes, hex. */
  readonly hash: string;
  /** `null`: not shown to this reader, or not yet. */
  readonly event: Event | null;
}

export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** Where the next page begins, in the same order; `null` at the end. */
  readonly next: number | null;
  /** Position of the log's newest event. */
  readonly newest: number;
  /** Events in the log, whatever the filter. */
  readonly total: number;
}

/** What a witness of the installation has cosigned of this log, in its present epoch. */
export interface WitnessSeen {
  readonly name: string;
  /** Verifier key of its cosignatures. */
  readonly key: string;
  /** The largest size that it cosigned; 0: none yet. */
  readonly size: number;
  /** RFC 3339, by the witness's own clock. */
  readonly at: string | null;
}

export interface HistoryCheckpoint {
  /** The signed note (ledger.md §2). */
  readonly checkpoint: string;
  /** Verifier key of C2SP notes. */
  readonly key: string;
  readonly origin: string;
  readonly size: number;
  readonly witnesses: readonly WitnessSeen[];
  /** The largest checkpoint that witnesses cosigned, one signed note with all their lines. */
  readonly cosigned: string | null;
}

export interface HistoryProof {
  readonly position: number;
  /** Leaf hash, hex. */
  readonly hash: string;
  readonly size: number;
  /** Sibling hashes in hex, nearest first. */
  readonly proof: readonly string[];
  readonly checkpoint: string;
  /** The canonical bytes as text; `null` where the content is not shown to this reader. */
  readonly event: string | null;
  /** Free texts that the event holds by their salted hashes, as far as they have not been redacted. */
  readonly texts: readonly { readonly hash: string; readonly salt: string; readonly text: string }[];
}
