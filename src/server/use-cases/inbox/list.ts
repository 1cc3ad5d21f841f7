/** The reader's messages, the newest first, each composed as they may see it now (product.md §2). */
import { type Scope, userOf } from '../../auth/scope';
import { type Cursor, inboxPage } from '../../db/messages';
import { compose } from '../../mail/compose';
import type { Part, Reader } from '../../mail/letter';
import type { MessageKind } from '../../mail/message';

export interface InboxMessage {
  readonly id: string;
  readonly kind: MessageKind;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly read: boolean;
  /** `null`: what it told of is no longer the reader's to see, or no longer so. */
  readonly letter: { readonly subject: string; readonly body: readonly Part[] } | null;
}

export interface InboxPage {
  readonly messages: readonly InboxMessage[];
  /** Where the next page goes on; `null` at the end. */
  readonly next: Cursor | null;
}

const LIMIT = 30;

export async function listInbox(
  scope: Scope<'inbox.list'>,
  before: Cursor | null = null,
  limit = LIMIT,
): Promise<InboxPage> {
  const { store } = scope;
  const account = userOf(scope);
  const reader: Reader = { account, address: null, timeZone: account.timeZone ?? 'UTC' };
  const rows = await inboxPage(store.pool, account.id, before, limit);
  const messages = await Promise.all(
    rows.map(async (message) => {
      const letter = await compose(store, message, reader, 'site');
      return {
        id: message.id,
        kind: message.kind,
        at: message.at.toISOString(),
        read: message.readAt !== null,
        letter: letter && { subject: letter.subject, body: letter.body },
      };
    }),
  );
  const last = messages.at(-1);
  return {
    messages,
    next: last === undefined || messages.length < limit ? null : { at: last.at, id: last.id },
  };
}
