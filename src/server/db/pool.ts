/** Connections to Postgres. Only this folder imports pg and Prisma (architecture.md). */
import pg from 'pg';

export type { Pool, PoolClient, QueryConfig } from 'pg';

export const { DatabaseError } = pg;

/**
 * A pool whose commits are durable before they are acknowledged, whatever the server's default is.
 *
 * @param max connections; a request holds one only while a query runs.
 */
export function openPool(url: string, onError: (error: Error) => void, max = 20): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // Statements that are sent without a wait in between go out together.
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: '-c synchronous_commit=on -c timezone=UTC',
    application_name: 'parley',
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', onError);
  // Nor may one that breaks between two queries of a transaction: whoever uses it is told by the next.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A connection of its own, for LISTEN and for session-level locks. */
export function openClient(url: string): pg.Client {
  return new pg.Client({ connectionString: url, application_name: 'parley-listen', keepAlive: true });
}

/** One transaction: committed when `work` returns, rolled back when it throws. */
export function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return rolledBackIfThrown(pool, async (client) => {
    await client.query('BEGIN');
    const value = await work(client);
    await client.query('COMMIT');
    return value;
  });
}

/** For `work` that begins and commits by itself: a connection for it, on which all is rolled back when it throws. */
export async function rolledBackIfThrown<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | boolean = false;
  try {
    return await work(client);
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** What is sent meanwhile leaves as one packet: each by itself would wake the server. */
export function inOneGo<T>(client: pg.PoolClient, send: () => T): T {
  const { stream } = client.connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
