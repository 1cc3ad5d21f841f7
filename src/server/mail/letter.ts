/** A letter as it is composed; plain text and HTML are made of the same parts (render.ts). */
import type { Session } from '../auth/read-session';
import type { Store } from '../db/store';
import type { StoredMessage } from './message';

export type Part =
  | { readonly text: string }
  | { readonly list: readonly string[] }
  /** `path` on this site, beginning with a slash; on a line of its own in plain text. */
  | { readonly link: string; readonly path: string };

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** Without greeting and footer, which every letter has. */
export interface Letter {
  readonly subject: string;
  readonly body: readonly Part[];
  readonly attachments?: readonly Attachment[];
}

/** Who is written to. */
export interface Reader {
  /** `null` for an address without an account. */
  readonly account: Account | null;
  /** `null` for an account whose address was never confirmed: nothing is mailed to it. */
  readonly address: string | null;
  /** IANA name; UTC where none was chosen. */
  readonly timeZone: string;
}

export interface ComposeContext {
  readonly store: Store;
  readonly reader: Reader;
  /** RFC 3339, UTC. */
  readonly now: string;
  /** `site`: shown in the inbox, where there are links instead of attachments. */
  readonly occasion: 'mail' | 'site';
}

type Account = Session['user'];

/**
 * Composed when the letter leaves, or is read on the site: what its reader may see is asked then, by the newest state.
 *
 * @returns `null`: there is nothing that this reader may be told (any more), and no mail goes.
 */
export type Composer = (message: StoredMessage, context: ComposeContext) => Promise<Letter | null>;
