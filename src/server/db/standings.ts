/** Stored standings: for the newest position, and for the end of each round. */
import type { AggregationResult, Basis } from '@/core/model';
import type { Pool, PoolClient } from './pool';
import type { StandingText } from './standing-rows';

export interface StoredStanding {
  readonly position: number;
  readonly result: AggregationResult;
}

/** Which standings stay: those of the newest position are replaced by the next. */
export interface Kept {
  readonly kind: 'newest' | 'round' | 'conclusion';
  /** Rounds that had opened by then. */
  readonly round: number;
}

/** The newest standing at or before a position. */
export async function readStanding(
  pool: Pool | PoolClient,
  log: string,
  basis: Basis,
  upTo: number,
): Promise<StoredStanding | null> {
  const { rows } = await pool.query<{ position: number; result: string }>({
    name: 'read-standing',
    text: `SELECT position, result FROM standing WHERE log = $1 AND basis = $2 AND position <= $3
           ORDER BY position DESC LIMIT 1`,
    values: [log, basis, upTo],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const result: AggregationResult = JSON.parse(row.result);
  return { position: row.position, result };
}

/** Newest position that the stored standing covers; -1 where there is none. */
export async function standingPosition(pool: Pool | PoolClient, log: string): Promise<number> {
  const { rows } = await pool.query<{ position: number }>(
    'SELECT position FROM standing_head WHERE log = $1',
    [log],
  );
  return rows[0]?.position ?? -1;
}

/**
 * Stores the results of both bases as of a position, in the caller's transaction. Of those that are only the newest
 * none but this one stays.
 */
export async function writeStanding(
  client: PoolClient,
  log: string,
  position: number,
  standings: readonly StandingText[],
  { kind, round }: Kept,
): Promise<void> {
  await dropPassing(client, log);
  for (const standing of standings) {
    await client.query(
      `INSERT INTO standing (log, position, basis, kind, round, result) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (log, position, basis) DO NOTHING`,
      [log, position, standing.basis, kind, round, standing.result],
    );
    await writeRows(client, log, position, standing);
  }
}

/** Marks the log's standing as stored up to `position`. */
export async function moveStandingHead(client: PoolClient, log: string, position: number): Promise<void> {
  await client.query(
    `INSERT INTO standing_head AS h (log, position) VALUES ($1, $2)
     ON CONFLICT (log) DO UPDATE SET position = greatest(h.position, $2)`,
    [log, position],
  );
}

async function dropPassing(client: PoolClient, log: string): Promise<void> {
  for (const table of ['standing_profile', 'standing_support']) {
    await client.query(
      `DELETE FROM ${table} r USING standing s WHERE s.log = $1 AND s.kind = 'newest'
       AND r.log = s.log AND r.position = s.position AND r.basis = s.basis`,
      [log],
    );
  }
  await client.query(`DELETE FROM standing WHERE log = $1 AND kind = 'newest'`, [log]);
}

async function writeRows(
  client: PoolClient,
  log: string,
  position: number,
  { basis, profiles, support }: StandingText,
): Promise<void> {
  await client.query(
    `INSERT INTO standing_profile
     SELECT $1, $2, $3, * FROM jsonb_to_recordset($4::jsonb) AS r(
       profile text, ordinal int, verdict text,
       efficient_necessary boolean, efficient_expected boolean, efficient_possible boolean,
       core_necessary boolean, core_expected boolean, core_possible boolean,
       critical_gain_necessary text, critical_gain_expected text, critical_gain_possible text)
     ON CONFLICT DO NOTHING`,
    [log, position, basis, profiles],
  );
  await client.query(
    `INSERT INTO standing_support (log, position, basis, profile, stance, dimension, weight)
     SELECT $1, $2, $3, * FROM unnest($4::text[], $5::text[], $6::text[], $7::numeric[]) ON CONFLICT DO NOTHING`,
    [log, position, basis, ...support],
  );
}
