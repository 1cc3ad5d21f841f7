/** What time it is, for whoever acts by it: tests move the clock, in production it is the database's. */
import type { Pool } from '../db/pool';

/** RFC 3339, UTC. */
export type Clock = () => Promise<string>;

/** The clock that judges deadlines (ledger.md §1). */
export function databaseClock(pool: Pool): Clock {
  return async () => {
    const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const now = rows[0]?.now;
    if (now === undefined) throw new Error('the database does not know the time');
    return now.toISOString();
  };
}
