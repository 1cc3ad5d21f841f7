/** Of which kinds of messages the reader gets mail. The site shows all of them. */
import { type Scope, userOf } from '../../auth/scope';
import { setStop, stopsOf } from '../../db/readers';
import { NOTICE_KINDS, type NoticeKind } from '../../mail/message';
import { kindLabel } from '../../mail/words';

export interface NotificationChoice {
  readonly kind: NoticeKind;
  /** In the reader's words. */
  readonly label: string;
  readonly mailed: boolean;
}

export async function notificationChoices(
  scope: Scope<'account.notifications'>,
): Promise<NotificationChoice[]> {
  const stopped = await stopsOf(scope.store.pool, userOf(scope).id);
  return NOTICE_KINDS.map((kind) => ({ kind, label: kindLabel(kind), mailed: !stopped.has(kind) }));
}

export function setNotification(
  scope: Scope<'account.setNotification'>,
  { kind, mailed }: { readonly kind: NoticeKind; readonly mailed: boolean },
): Promise<void> {
  return setStop(scope.store.pool, userOf(scope).id, kind, !mailed);
}
