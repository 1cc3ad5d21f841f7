/** Messages and what became of them. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  isMessageKind,
  type MailState,
  type MessageKind,
  type NewMessage,
  SECRET_KINDS,
  type StoredMessage,
} from '../mail/message';
import type { Pool, PoolClient } from './pool';

interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly user_id: string | null;
  readonly address: string | null;
  readonly log: string | null;
  readonly position: number | null;
  readonly turn: number;
  readonly about: string;
  readonly at: Date;
  readonly read_at: Date | null;
  readonly mail: MailState;
  readonly mailed_at: Date | null;
  readonly attempts: number;
  readonly fault: string | null;
}

const COLUMNS = `m.id, m.kind, m.user_id, m.address, m.log, m.position, m.turn, m.about, m.at, m.read_at, m.mail, m.mailed_at,
  m.attempts, m.fault`;

const about = z.record(z.string(), z.string());

/**
 * @param mail `waiting` for a job that mails them, or `kept` where there is nothing to send them with.
 * @returns the ids of those that are new: an event tells an account of one kind once, or once for each of its dates.
 */
export async function insertMessages(
  client: PoolClient,
  messages: readonly NewMessage[],
  mail: 'waiting' | 'kept' = 'waiting',
): Promise<string[]> {
  if (messages.length === 0) return [];
  const { rows } = await client.query<{ id: string }>({
    name: 'insert-messages',
    text: `INSERT INTO message (id, kind, user_id, address, log, position, turn, about, mail)
           SELECT *, $9 FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[],
                                    $8::text[])
           ON CONFLICT (log, position, kind, user_id, turn) DO NOTHING
           RETURNING id`,
    values: [
      messages.map(() => randomUUID()),
      messages.map(({ kind }) => kind),
      messages.map(({ to }) => ('user' in to ? to.user : null)),
      messages.map(({ to }) => ('address' in to ? to.address : null)),
      messages.map(({ log }) => log ?? null),
      messages.map(({ position }) => position ?? null),
      messages.map(({ turn }) => turn ?? 0),
      messages.map((message) => JSON.stringify(message.about ?? {})),
      mail,
    ],
  });
  return rows.map(({ id }) => id);
}

export async function readMessage(pool: Pool, id: string): Promise<StoredMessage | null> {
  const { rows } = await pool.query<MessageRow>(`SELECT ${COLUMNS} FROM message m WHERE m.id = $1`, [id]);
  return rows[0] === undefined ? null : stored(rows[0]);
}

/** What came of an attempt to mail it. `waiting`: it will be tried again. */
export async function recordAttempt(
  pool: Pool,
  id: string,
  mail: MailState,
  fault: string | null = null,
): Promise<void> {
  await pool.query(
    `UPDATE message SET mail = $2, fault = $3, attempts = attempts + CASE WHEN $2 IN ('sent', 'waiting') THEN 1 ELSE 0 END,
       mailed_at = CASE WHEN $2 = 'sent' THEN clock_timestamp() ELSE mailed_at END
     WHERE id = $1`,
    [id, mail, fault],
  );
}

/** There is nothing to send them with. */
export async function keepAll(pool: Pool, ids: readonly string[]): Promise<void> {
  await pool.query({
    name: 'keep-messages',
    text: `UPDATE message SET mail = 'kept', fault = NULL WHERE id = ANY ($1) AND mail = 'waiting'`,
    values: [ids],
  });
}

/** Its job was given up. */
export async function recordFailure(pool: Pool, id: string): Promise<void> {
  await pool.query(`UPDATE message SET mail = 'failed' WHERE id = $1 AND mail = 'waiting'`, [id]);
}

/** Puts one that did not go back among the waiting; `false`: there is none such. */
export async function setWaiting(client: PoolClient, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE message SET mail = 'waiting', fault = NULL WHERE id = $1 AND mail IN ('failed', 'kept')`,
    [id],
  );
  return rowCount === 1;
}

/** Where a page of messages goes on: after the one of this moment and id. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

/** The newest first. */
export async function inboxPage(
  pool: Pool,
  user: string,
  before: Cursor | null,
  limit: number,
): Promise<StoredMessage[]> {
  const { rows } = await pool.query<MessageRow>(
    `SELECT ${COLUMNS} FROM message m
     WHERE m.user_id = $1 AND NOT m.kind = ANY ($2) AND ($3::timestamptz IS NULL OR (m.at, m.id) < ($3, $4))
     ORDER BY m.at DESC, m.id DESC LIMIT $5`,
    [user, SECRET_KINDS, before?.at ?? null, before?.id ?? null, limit],
  );
  return rows.map(stored);
}

export async function unreadCount(pool: Pool, user: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>({
    name: 'unread-count',
    text: `SELECT count(*)::int AS n FROM message WHERE user_id = $1 AND read_at IS NULL AND NOT kind = ANY ($2)`,
    values: [user, SECRET_KINDS],
  });
  return rows[0]?.n ?? 0;
}

/** Of one's own; `null`: all that there are. */
export async function markRead(pool: Pool, user: string, ids: readonly string[] | null): Promise<void> {
  await pool.query(
    `UPDATE message SET read_at = clock_timestamp()
     WHERE user_id = $1 AND read_at IS NULL AND ($2::text[] IS NULL OR id = ANY ($2))`,
    [user, ids],
  );
}

/** A message as the outbox lists it. */
export interface OutboxRow {
  readonly id: string;
  readonly kind: MessageKind;
  readonly name: string | null;
  readonly address: string | null;
  readonly at: Date;
  readonly mail: MailState;
  readonly mailedAt: Date | null;
  readonly attempts: number;
  readonly fault: string | null;
}

/** The newest first; those of one state, or all. */
export async function outboxPage(
  pool: Pool,
  mail: MailState | null,
  before: Cursor | null,
  limit: number,
): Promise<OutboxRow[]> {
  const { rows } = await pool.query<MessageRow & { name: string | null; email: string | null }>(
    `SELECT ${COLUMNS}, u.name, u.email FROM message m LEFT JOIN "user" u ON u.id = m.user_id
     WHERE ($1::text IS NULL OR m.mail = $1) AND ($2::timestamptz IS NULL OR (m.at, m.id) < ($2, $3))
     ORDER BY m.at DESC, m.id DESC LIMIT $4`,
    [mail, before?.at ?? null, before?.id ?? null, limit],
  );
  return rows.map((row) => {
    const { id, kind, at, mailedAt, attempts, fault } = stored(row);
    const address = row.address ?? row.email;
    return { id, kind, name: row.name, address, at, mail: row.mail, mailedAt, attempts, fault };
  });
}

export async function outboxCounts(pool: Pool): Promise<Readonly<Partial<Record<MailState, number>>>> {
  const { rows } = await pool.query<{ mail: MailState; n: number }>(
    'SELECT mail, count(*)::int AS n FROM message GROUP BY mail',
  );
  return Object.fromEntries(rows.map(({ mail, n }) => [mail, n]));
}

/** Accounts that have been told of this kind by this event, of this one of its dates. */
export async function toldOf(
  pool: Pool | PoolClient,
  log: string,
  position: number,
  kind: MessageKind,
  turn = 0,
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ user_id: string }>(
    `SELECT user_id FROM message
     WHERE log = $1 AND position = $2 AND kind = $3 AND turn = $4 AND user_id IS NOT NULL`,
    [log, position, kind, turn],
  );
  return new Set(rows.map((row) => row.user_id));
}

function stored(row: MessageRow): StoredMessage {
  const { id, kind, user_id, address, log, position, turn, at, mail, attempts, fault } = row;
  if (!isMessageKind(kind)) throw new Error(`the message ${id} is of no kind that this version knows`);
  const to = user_id === null ? { address: address ?? '' } : { user: user_id };
  return {
    id,
    kind,
    to,
    about: about.parse(JSON.parse(row.about)),
    log,
    position,
    turn,
    at,
    readAt: row.read_at,
    mail,
    mailedAt: row.mailed_at,
    attempts,
    fault,
  };
}
