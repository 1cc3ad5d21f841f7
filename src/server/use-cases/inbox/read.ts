/** What the reader has read, and how many wait. */
import { type Scope, userOf } from '../../auth/scope';
import { markRead, unreadCount } from '../../db/messages';

/** @param ids of the reader's own messages, others are passed over; `null`: all. */
export function readInbox(scope: Scope<'inbox.read'>, ids: readonly string[] | null): Promise<void> {
  return markRead(scope.store.pool, userOf(scope).id, ids);
}

export function countUnread(scope: Scope<'inbox.count'>): Promise<number> {
  return unreadCount(scope.store.pool, userOf(scope).id);
}
