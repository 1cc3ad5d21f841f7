/** The database's clock, which judges every period (ledger.md §1): servers' own clocks may differ from it. */
import type { Pool } from './pool';

/** RFC 3339, UTC, three decimals: compares as text with the instants of events. */
export async function databaseNow(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const now = rows[0]?.now;
  if (now === undefined) throw new Error('the database told no time');
  return now.toISOString();
}
