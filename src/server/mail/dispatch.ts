/** Puts messages on their way. */

import { insertMessages } from '../db/messages';
import type { PoolClient } from '../db/pool';
import { sendMailJobs } from '../jobs/queue';
import type { NewMessage } from './message';

/**
 * In the caller's transaction, with the job that mails it: it goes when that commits, and only then. An event that has
 * told an account of this kind already does not tell it again.
 */
export async function dispatch(client: PoolClient, message: NewMessage): Promise<void> {
  await dispatchAll(client, [message]);
}

/** @returns how many were new. */
export async function dispatchAll(client: PoolClient, messages: readonly NewMessage[]): Promise<number> {
  const inserted = await insertMessages(client, messages);
  await sendMailJobs(client, inserted);
  return inserted.length;
}

/** Where there is no mail server: they stand in the inbox and the outbox as `dispatchAll` leaves them in the end. */
export async function putAwayAll(client: PoolClient, messages: readonly NewMessage[]): Promise<void> {
  await insertMessages(client, messages, 'kept');
}
