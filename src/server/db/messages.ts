/** Messages and what became of them. */
import { randomUUID } from 'node:crypto';
import type { NewMessage } from '../mail/message';
import type { PoolClient } from './pool';

/** @returns the ids of those that are new: an event tells an account of one kind once. */
export async function insertMessages(client: PoolClient, messages: readonly NewMessage[]): Promise<string[]> {
  if (messages.length === 0) return [];
  const { rows } = await client.query<{ id: string }>({
    name: 'insert-messages',
    text: `INSERT INTO message (id, kind, user_id, address, log, position, about)
           SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[])
           ON CONFLICT (log, position, kind, user_id) DO NOTHING
           RETURNING id`,
    values: [
      messages.map(() => randomUUID()),
      messages.map(({ kind }) => kind),
      messages.map(({ to }) => ('user' in to ? to.user : null)),
      messages.map(({ to }) => ('address' in to ? to.address : null)),
      messages.map(({ log }) => log ?? null),
      messages.map(({ position }) => position ?? null),
      messages.map(({ about }) => JSON.stringify(about ?? {})),
    ],
  });
  return rows.map(({ id }) => id);
}
