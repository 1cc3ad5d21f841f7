/** Which verdicts changed at which position: what a live stream resumes from. */
import type { Pool } from './pool';
import type { VerdictChange } from './verdict-heads';

export interface StandingChange {
  readonly position: number;
  readonly changed: readonly VerdictChange[];
}

/** The changes after a position, oldest first, at most `limit`. */
export async function changesAfter(
  pool: Pool,
  log: string,
  position: number,
  limit: number,
): Promise<StandingChange[]> {
  const { rows } = await pool.query<{ position: number; changed: string }>({
    name: 'changes-after',
    text: 'SELECT position, changed FROM standing_change WHERE log = $1 AND position > $2 ORDER BY position LIMIT $3',
    values: [log, position, limit],
  });
  return rows.map((row) => {
    const changed: readonly VerdictChange[] = JSON.parse(row.changed);
    return { position: row.position, changed };
  });
}
