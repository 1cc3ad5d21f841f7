/** A log's head, read without locking it. */
import type { Pool } from './pool';

export interface LogHead {
  readonly size: number;
  readonly epoch: number;
}

/** @throws {Error} where there is no such log. */
export async function logHead(pool: Pool, log: string): Promise<LogHead> {
  const { rows } = await pool.query<LogHead>('SELECT size, epoch FROM log WHERE log = $1', [log]);
  const row = rows[0];
  if (row === undefined) throw new Error(`there is no log ${log}`);
  return row;
}
