/** One step of the notices, under the log's lock: who is told of what happened since. */
import type { Event } from '@/negotiation/events/event';
import type { NegotiationState } from '@/negotiation/state';
import { readEvents } from '../db/events';
import { setTold, untold } from '../db/notice-heads';
import type { PoolClient } from '../db/pool';
import { usersOf } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { textsOf } from '../db/texts';
import { dispatchAll, putAwayAll } from '../mail/dispatch';
import type { NewMessage } from '../mail/message';
import { type Notice, noticesOf } from '../mail/notices';
import { proposalBefore } from '../mail/proposal';

/** Events of one transaction. It bounds how many messages stand in one: a thousand members are told of a round. */
const TOGETHER = 50;

/**
 * Messages and the head move in one transaction: each event is told once, by whichever server, and a crash leaves it
 * to be told. So its commit need not wait for the disk.
 *
 * @param isMailed whether there is a mail server.
 */
export async function tell(store: Store, client: PoolClient, log: string, isMailed: boolean): Promise<void> {
  const mark = store.states.mark(log);
  const span = await untold(client, log);
  if (span === null) return;
  // By the connection at hand: many logs may wait, and each that held one while it waited for another would block all.
  const known = await store.states.reached(log, span.to + 1, mark, client);
  if (known === null) return;
  // What comes in meanwhile wakes the worker again.
  for (let from = span.from; from <= span.to; from += TOGETHER) {
    const to = Math.min(span.to, from + TOGETHER - 1);
    const messages = await messagesOf(client, log, known.state, from, to);
    await client.query('BEGIN; SET LOCAL synchronous_commit = off');
    try {
      await (isMailed ? dispatchAll : putAwayAll)(client, messages);
      await setTold(client, log, to);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

async function messagesOf(
  client: PoolClient,
  log: string,
  state: NegotiationState,
  from: number,
  to: number,
): Promise<NewMessage[]> {
  const notices: (Notice & { readonly position: number })[] = [];
  for await (const event of readEvents(client, log, from, to)) {
    const proposer = await proposerFor(client, log, event);
    const text = await commentText(client, log, event);
    for (const notice of noticesOf(event, state, proposer, text)) {
      notices.push({ ...notice, position: notice.under ?? event.position });
    }
  }
  const users = await usersOf(
    client,
    log,
    notices.flatMap((notice) => notice.to),
  );
  return notices.flatMap(({ kind, position, to: people }) =>
    people.flatMap((pseudonym) => {
      const user = users.get(pseudonym);
      return user === undefined ? [] : [{ kind, log, position, to: { user } }];
    }),
  );
}

/** What was redacted meanwhile mentions nobody. */
async function commentText(client: PoolClient, log: string, event: Event): Promise<string | null> {
  if (event.type !== 'comment.posted' && event.type !== 'comment.edited') return null;
  const { text } = event.data;
  return (await textsOf(client, log, [text]))(text) ?? null;
}

async function proposerFor(client: PoolClient, log: string, event: Event): Promise<string | null> {
  if (event.type !== 'profile.admitted' && event.type !== 'profile.refused') return null;
  return (await proposalBefore(client, log, event.data.profile, event.position))?.actor ?? null;
}
