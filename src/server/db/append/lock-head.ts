/** Taking a log's head: whoever holds its row is the only one to append (ledger.md §2). */
import type { PoolClient } from '../pool';
import type { Head } from './page';

interface HeadRow {
  readonly size: number;
  readonly at: Date;
  readonly epoch: number;
  readonly now: Date;
}

/** `null` where there is no such log. */
export async function lockHead(client: PoolClient, log: string): Promise<Head | null> {
  // The clock is read outside the locking query, or it would be read before the wait for the lock.
  const { rows } = await client.query<HeadRow>({
    name: 'lock-head',
    text: `SELECT size, at, epoch, clock_timestamp() AS now
           FROM (SELECT size, at, epoch FROM log WHERE log = $1 FOR UPDATE) AS head`,
    values: [log],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const { size, at, epoch, now } = row;
  return { size, epoch, at: size === 0 ? null : at.toISOString(), now: now.toISOString() };
}

/** An empty log, before its first event. Of two who begin the same one at once, one waits and finds it there. */
export async function beginLog(client: PoolClient, log: string): Promise<void> {
  await client.query(`INSERT INTO log (log, size, at) VALUES ($1, 0, 'epoch') ON CONFLICT DO NOTHING`, [log]);
}
