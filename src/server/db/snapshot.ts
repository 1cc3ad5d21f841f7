/** Snapshots of states: a shortcut, never a source. */
import type { NegotiationState } from '@/negotiation/state';
import { textInTurns } from '../process/text-in-turns';
import type { Pool, PoolClient } from './pool';
import type { StateAt } from './states';

/** Raised whenever the shape of the state changes, so that snapshots of older code are passed over. */
export const SHAPE = 5;

/** The snapshot of a log if it is not newer than `position`. */
export async function readSnapshot(
  database: Pool | PoolClient,
  log: string,
  position: number,
): Promise<StateAt | null> {
  const { rows } = await database.query<{ position: number; state: string }>(
    'SELECT position, state FROM snapshot WHERE log = $1 AND position <= $2 AND version = $3',
    [log, position, SHAPE],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const state: NegotiationState = JSON.parse(row.state);
  return { position: row.position, state };
}

/** Of two servers the one that knows more wins. */
export async function writeSnapshot(pool: Pool, log: string, { position, state }: StateAt): Promise<void> {
  await pool.query(
    `INSERT INTO snapshot (log, position, version, state) VALUES ($1, $2, $3, $4)
     ON CONFLICT (log) DO UPDATE SET position = $2, version = $3, state = $4
     WHERE snapshot.position < $2 OR snapshot.version <> $3`,
    [log, position, SHAPE, await textInTurns(state)],
  );
}
