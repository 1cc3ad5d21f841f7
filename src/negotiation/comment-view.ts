import type { CommentEntry } from './state';

export type Topic = CommentEntry['topic'];

/** One comment as a reader may know it (product.md §2, row "comments"). */
export interface CommentView extends Omit<CommentEntry, 'actor' | 'text' | 'earlier'> {
  /** `name`: to members, and `null` for somebody who has left the installation. */
  readonly author: { readonly pseudonym: string; readonly name: string | null; readonly isMe: boolean };
  /** `null` once redacted. */
  readonly text: string | null;
  /** What it said before its edits, oldest first. */
  readonly earlier: readonly string[];
}

export interface CommentPage {
  readonly comments: readonly CommentView[];
  /** Where the next page goes on; `null` at the end. */
  readonly next: number | null;
}
