/** What time it is, for whoever acts by it: tests move the clock, in production it is the database's. */
import { databaseNow } from '../db/clock';
import type { Pool } from '../db/pool';

/** RFC 3339, UTC. */
export type Clock = () => Promise<string>;

/** The clock that judges deadlines (ledger.md §1). */
export function databaseClock(pool: Pool): Clock {
  return () => databaseNow(pool);
}
