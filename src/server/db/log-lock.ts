/**
 * A lock that one server at a time holds on one job of a log. It belongs to the connection: when its holder dies,
 * Postgres gives it up, so that nobody ever has to.
 */
import type { Pool, PoolClient } from './pool';

/** Runs `work` with the lock held; `null` where another server holds it. */
export async function withLogLock<T>(
  pool: Pool,
  job: string,
  log: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<{ readonly value: T } | null> {
  const client = await pool.connect();
  const name = `${job}:${log}`;
  let broken = false;
  try {
    const { rows } = await client.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
      [name],
    );
    if (rows[0]?.held !== true) return null;
    try {
      return { value: await work(client) };
    } finally {
      // A connection that cannot give the lock back is closed, which gives it back.
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => {
        broken = true;
      });
    }
  } finally {
    client.release(broken);
  }
}
