/** Stored standings: for the newest position, and for the end of each round. */
import type { AggregationResult, Basis } from '@/core/model';
import type { Pool, PoolClient, QueryConfig } from './pool';
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
    text: `SELECT position, ${RESULT_TEXT} AS result FROM standing s WHERE log = $1 AND basis = $2 AND position <= $3
           ORDER BY position DESC LIMIT 1`,
    values: [log, basis, upTo],
  });
  const row = rows[0];
  if (row === undefined) return null;
  return { position: row.position, result: resultOf(row.result, basis) };
}

/** SQL for the text of the row `s` of `standing`, which may be that of `stated` beside it. */
export const RESULT_TEXT = `coalesce(s.result, (
  SELECT one.result FROM standing one WHERE one.log = s.log AND one.position = s.position AND one.basis = 'stated'))`;

/** From that text; every key stays in its place. */
export function resultOf(text: string, basis: Basis): AggregationResult {
  const stored: AggregationResult = JSON.parse(text);
  return { ...stored, basis };
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
 * What stores the results of both bases as of a position, in the caller's transaction. Of those that are only the
 * newest none but this one stays.
 */
export function standingStatements(
  log: string,
  position: number,
  standings: readonly StandingText[],
  { kind, round }: Kept,
): QueryConfig[] {
  return [
    ...PASSING.map(({ name, text }) => ({ name, text, values: [log] })),
    ...standings.flatMap((standing) => [
      {
        name: 'write-standing',
        text: `INSERT INTO standing (log, position, basis, kind, round, result) VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (log, position, basis) DO NOTHING`,
        values: [log, position, standing.basis, kind, round, standing.result],
      },
      ...rowStatements(log, position, standing),
    ]),
  ];
}

/** What marks the log's standing as stored up to `position`. */
export function standingHeadStatement(log: string, position: number): QueryConfig {
  return {
    name: 'move-standing-head',
    text: `INSERT INTO standing_head AS h (log, position) VALUES ($1, $2)
           ON CONFLICT (log) DO UPDATE SET position = greatest(h.position, $2)`,
    values: [log, position],
  };
}

/** Drop what was only the newest: first the rows of it, which are found by it. */
const PASSING = [
  ...['standing_profile', 'standing_support'].map((table) => ({
    name: `drop-${table}`,
    text: `DELETE FROM ${table} r USING standing s WHERE s.log = $1 AND s.kind = 'newest'
           AND r.log = s.log AND r.position = s.position AND r.basis = s.basis`,
  })),
  { name: 'drop-standing', text: `DELETE FROM standing WHERE log = $1 AND kind = 'newest'` },
];

function rowStatements(
  log: string,
  position: number,
  { basis, profiles, support }: StandingText,
): QueryConfig[] {
  return [
    {
      name: 'write-standing-profiles',
      text: `INSERT INTO standing_profile
             SELECT $1, $2, $3, * FROM jsonb_to_recordset($4::jsonb) AS r(
               profile text, ordinal int, verdict text,
               efficient_necessary boolean, efficient_expected boolean, efficient_possible boolean,
               core_necessary boolean, core_expected boolean, core_possible boolean,
               critical_gain_necessary text, critical_gain_expected text, critical_gain_possible text)
             ON CONFLICT DO NOTHING`,
      values: [log, position, basis, profiles],
    },
    {
      name: 'write-standing-support',
      text: `INSERT INTO standing_support (log, position, basis, profile, stance, dimension, weight)
             SELECT $1, $2, $3, * FROM unnest($4::text[], $5::text[], $6::text[], $7::numeric[]) ON CONFLICT DO NOTHING`,
      values: [log, position, basis, ...support],
    },
  ];
}
