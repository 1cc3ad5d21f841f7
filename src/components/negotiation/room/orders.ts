import type { Moved } from '@/audit/diff';
import type { Flipped } from '@/audit/flips';
import type { Information } from '@/audit/information';
import type { Unfollowed } from '@/audit/replay';
import type { Word } from '@/audit/scores';
import type { StandingAt } from '@/audit/standing-at';
import type { Acknowledged, Mark } from '@/audit/timeline';
import type { NegotiationFile } from '@/negotiation/file/model';

/** What the page asks of its worker. A newer question of a kind takes the place of an older one. */
export type RoomOrder =
  | { readonly kind: 'open'; readonly bundle: Blob }
  | { readonly kind: 'standing'; readonly position: number }
  | { readonly kind: 'difference'; readonly from: number; readonly to: number }
  | { readonly kind: 'words'; readonly stakeholder: string }
  | { readonly kind: 'flips' }
  | { readonly kind: 'stop-flips' }
  | { readonly kind: 'information' };

/** What a bundle is about, once it has been read. */
export interface Overview {
  readonly size: number;
  /** When each event happened, by position. */
  readonly instants: readonly string[];
  readonly marks: readonly Mark[];
  readonly acknowledged: readonly Acknowledged[];
  /** As of the end, without ballots. */
  readonly frame: NegotiationFile;
}

/** One ballot of a stakeholder, as it was said. */
export interface Said {
  readonly position: number;
  readonly at: string;
  readonly sealed: boolean;
  readonly word: Word;
}

export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly moved: readonly Moved[];
  readonly flipped: readonly Flipped[];
}

export type RoomNews =
  | { readonly kind: 'reading'; readonly events: number }
  | { readonly kind: 'opened'; readonly overview: Overview }
  | { readonly kind: 'not-opened'; readonly why: Unfollowed }
  /** The computation itself failed, which says nothing of the bundle. */
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'standing'; readonly position: number; readonly standing: StandingAt }
  | { readonly kind: 'comparing'; readonly position: number }
  | { readonly kind: 'difference'; readonly difference: Difference }
  | { readonly kind: 'words'; readonly stakeholder: string; readonly said: readonly Said[] }
  | { readonly kind: 'flipping'; readonly position: number; readonly found: readonly Flipped[] }
  | { readonly kind: 'flips'; readonly found: readonly Flipped[] }
  | { readonly kind: 'information'; readonly information: Information };
