import type { CommentEntry } from './state';

export type Topic = CommentEntry['topic'];

/** `name`: to members, and `null` for somebody who has left the installation. */
interface Author {
  readonly pseudonym: string;
  readonly name: string | null;
  readonly isMe: boolean;
}

/** One comment as a reader may know it (product.md §2, row "comments"). */
export interface CommentView extends Omit<CommentEntry, 'actor' | 'text' | 'earlier'> {
  readonly author: Author;
  /** `null` once redacted. */
  readonly text: string | null;
  /** What it said before its edits, oldest first. */
  readonly earlier: readonly string[];
  /** By whom it was redacted, when and why; `null` where it stands. */
  readonly redaction: { readonly by: Author; readonly at: string; readonly reason: string | null } | null;
}

export interface CommentPage {
  readonly comments: readonly CommentView[];
  /** Where the next page goes on; `null` at the end. */
  readonly next: number | null;
}

/** How much is said about something, redacted comments aside. */
export interface ThreadCount {
  readonly topic: Topic;
  readonly comments: number;
  readonly arguments: { readonly for: number; readonly against: number };
  /** Of the newest comment. */
  readonly at: string;
}
