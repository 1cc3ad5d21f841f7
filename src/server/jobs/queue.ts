/**
 * Jobs on Postgres (pg-boss, in a schema of its own, which scripts/job-queue.mjs makes): a job is sent in the
 * transaction of what it is about, and so exists exactly when that does.
 */
import PgBoss from 'pg-boss';
import type { Pool, PoolClient } from '../db/pool';

/** The queues, as scripts/job-queue.mjs makes them: a letter to be mailed, and one that was given up. */
export const MAIL_QUEUE = 'mail';
export const UNDELIVERED_QUEUE = 'mail-undelivered';

/**
 * pg-boss's statements on connections of ours.
 *
 * @param survives whether a statement that failed answers nothing instead. pg-boss does not wait for what it says of
 * a finished job, and the rejection would end the process; such a job is done again once its time has run out.
 */
export function openQueue(pool: Pool, survives: (error: unknown) => boolean = () => false): PgBoss {
  const executeSql = async (text: string, values: unknown[]) => {
    try {
      return await run(pool, text, values);
    } catch (error) {
      if (survives(error)) return nothing(text);
      throw error;
    }
  };
  return new PgBoss({
    db: { executeSql },
    migrate: false,
    schedule: false,
    // A worker that died is noticed by its job's time running out, which is looked for this often.
    maintenanceIntervalSeconds: 15,
  });
}

/** A job for each letter, in the caller's transaction. */
export async function sendMailJobs(client: PoolClient, messages: readonly string[]): Promise<void> {
  if (messages.length === 0) return;
  const jobs = messages.map((message) => ({ name: MAIL_QUEUE, data: { message } }));
  await statements.insert(jobs, { db: { executeSql: (text, values) => client.query(text, values) } });
}

/** Never started: it knows the statements, and each call says on which connection they run. */
const statements = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error('a job was sent outside of a transaction')) },
  migrate: false,
});

/** As if there was nothing to do: pg-boss reads the count of jobs that it finished from the first row. */
function nothing(text: string): { rows: { count: number }[] } {
  return { rows: /count\(\*\)/i.test(text) ? [{ count: 0 }] : [] };
}

/** Some statements are scripts with BEGIN: a connection on which one failed half-way is not used again. */
async function run(pool: Pool, text: string, values: unknown[]) {
  // A job that is cut off by the stop is done again.
  if (pool.ending) return nothing(text);
  const client = await pool.connect();
  let broken = true;
  try {
    const answer = await client.query(text, values);
    broken = false;
    return answer;
  } finally {
    client.release(broken);
  }
}
