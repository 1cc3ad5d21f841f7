/** Up to which event of a log people have been told. */
import type { Pool, PoolClient } from './pool';

/** Logs with events that nobody was told of. */
export const UNTOLD_LOGS = `SELECT l.log FROM log l LEFT JOIN notice_head h USING (log)
  WHERE coalesce(h.position, -1) < l.size - 1`;

/** The span of events that nobody was told of; `null` where there is none. */
export async function untold(
  client: PoolClient,
  log: string,
): Promise<{ readonly from: number; readonly to: number } | null> {
  const { rows } = await client.query<{ told: number; size: number }>(
    `SELECT coalesce(h.position, -1) AS told, l.size FROM log l LEFT JOIN notice_head h USING (log) WHERE l.log = $1`,
    [log],
  );
  const row = rows[0];
  return row === undefined || row.told >= row.size - 1 ? null : { from: row.told + 1, to: row.size - 1 };
}

export async function setTold(database: Pool | PoolClient, log: string, position: number): Promise<void> {
  await database.query(
    `INSERT INTO notice_head (log, position) VALUES ($1, $2)
     ON CONFLICT (log) DO UPDATE SET position = greatest(notice_head.position, $2)`,
    [log, position],
  );
}

/** The whole history as it stands is no news: it was played or restored. */
export async function setAllTold(pool: Pool, log: string): Promise<void> {
  await pool.query(
    `INSERT INTO notice_head (log, position) SELECT log, size - 1 FROM log WHERE log = $1
     ON CONFLICT (log) DO UPDATE SET position = excluded.position`,
    [log],
  );
}
