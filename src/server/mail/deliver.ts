/** What the job of a letter does. */
import { withLogLock } from '../db/log-lock';
import { readMessage, recordAttempt } from '../db/messages';
import type { Pool } from '../db/pool';
import { isStopped, readerOf } from '../db/readers';
import type { Store } from '../db/store';
import { DEMO_DOMAIN } from '../demo/accounts';
import { logger } from '../logger';
import { compose, wholeLetter } from './compose';
import type { Letter, Reader } from './letter';
import { isNoticeKind, type StoredMessage } from './message';
import type { Envelope, Post } from './post';
import { renderHtml, renderText } from './render';
import { siteAddress } from './site';
import { unsubscribePath } from './unsubscribe';

/** A letter is not in the post, and will be tried again. Its message is for administrators. */
class NotDelivered extends Error {}

/**
 * Composes and sends one letter. A server that dies between the two sends it again, under the same Message-ID: by SMTP
 * nobody can do better. Done, or for good not to be done, when it returns.
 *
 * @param locks connections of the jobs' own: one is held while the SMTP server is talked to.
 * @throws {Error} where it is to be tried again.
 */
export async function deliver(store: Store, locks: Pool, post: Post | null, id: string): Promise<void> {
  const done = await withLogLock(locks, 'letter', id, async () => {
    const message = await readMessage(store.pool, id);
    if (message === null || message.mail !== 'waiting') return;
    await settle(store, post, message);
  });
  // Its time ran out while it was sent: who sends it says what came of it.
  if (done === null) throw new NotDelivered('Another server is sending it.');
}

async function settle(store: Store, post: Post | null, message: StoredMessage): Promise<void> {
  const { id, kind, to } = message;
  const reader = await readerOf(store.pool, to);
  if (reader === null) return;
  const { account, address } = reader;
  // The accounts of the demonstration are nobody's.
  if (post === null || address?.endsWith(`@${DEMO_DOMAIN}`)) return recordAttempt(store.pool, id, 'kept');
  const stopped = account !== null && isNoticeKind(kind) && (await isStopped(store.pool, account.id, kind));
  if (address === null || stopped) return recordAttempt(store.pool, id, 'withheld');
  try {
    const letter = await composed(store, message, reader);
    if (letter === null) return await recordAttempt(store.pool, id, 'withheld');
    await sent(post, envelopeOf(message, reader, address, letter));
  } catch (error) {
    if (error instanceof NotDelivered) await recordAttempt(store.pool, id, 'waiting', error.message);
    throw error;
  }
  await recordAttempt(store.pool, id, 'sent');
}

async function composed(store: Store, message: StoredMessage, reader: Reader): Promise<Letter | null> {
  try {
    return await compose(store, message, reader, 'mail');
  } catch (error) {
    logger().error({ err: error, kind: message.kind }, 'a letter could not be composed');
    throw new NotDelivered('The letter could not be composed; the log of the server says more.');
  }
}

async function sent(post: Post, envelope: Envelope): Promise<void> {
  try {
    await post.send(envelope);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NotDelivered(why.slice(0, 300));
  }
}

function envelopeOf(message: StoredMessage, reader: Reader, address: string, letter: Letter): Envelope {
  const site = siteAddress();
  const { kind, id } = message;
  const { account } = reader;
  const parts = wholeLetter(message, reader, letter, site);
  const stop =
    account !== null && isNoticeKind(kind) ? site + unsubscribePath({ user: account.id, kind }) : null;
  return {
    to: { name: account?.name ?? '', address },
    subject: letter.subject,
    text: renderText(parts, site),
    html: renderHtml(letter.subject, parts, site),
    attachments: letter.attachments ?? [],
    id,
    unsubscribe: stop,
  };
}
