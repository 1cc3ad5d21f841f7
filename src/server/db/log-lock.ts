/**
 * A lock that one server at a time holds on one job of a log. It belongs to the connection: when its holder dies,
 * Postgres gives it up, so that nobody ever has to.
 */
import { inOneGo, type Pool, type PoolClient } from './pool';

/** Runs `work` with the lock held; `null` where another server holds it. */
export function withLogLock<T>(
  pool: Pool,
  job: string,
  log: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<{ readonly value: T } | null> {
  return lookUnderLogLock(pool, job, log, async () => undefined, work);
}

/**
 * The same where the work begins with a question, which goes out with that for the lock and is answered after it. What it
 * answers where another server holds the lock is dropped.
 */
export async function lookUnderLogLock<L, T>(
  pool: Pool,
  job: string,
  log: string,
  look: (client: PoolClient) => Promise<L>,
  work: (client: PoolClient, looked: L) => Promise<T>,
): Promise<{ readonly value: T } | null> {
  const client = await pool.connect();
  const name = `${job}:${log}`;
  let broken = false;
  try {
    const [locked, looked] = await Promise.allSettled(
      inOneGo(
        client,
        () => [client.query<{ held: boolean }>({ ...TRY, values: [name] }), look(client)] as const,
      ),
    );
    if (locked.status === 'rejected') throw locked.reason;
    if (locked.value.rows[0]?.held !== true) return null;
    try {
      if (looked.status === 'rejected') throw looked.reason;
      return { value: await work(client, looked.value) };
    } finally {
      // A connection that cannot give the lock back is closed, which gives it back.
      await client.query({ ...UNLOCK, values: [name] }).catch(() => {
        broken = true;
      });
    }
  } finally {
    client.release(broken);
  }
}

const TRY = { name: 'try-log-lock', text: 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held' };
const UNLOCK = { name: 'log-unlock', text: 'SELECT pg_advisory_unlock(hashtextextended($1, 0))' };
