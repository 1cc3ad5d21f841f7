/** Stored standings: for the newest position, and for the end of each round. */
import { type AggregationResult, BASES, type Basis } from '@/core/model';
import type { Pool, PoolClient, QueryConfig } from './pool';
import type { AddedParts } from './standing-parts';
import type { StandingText, StandingTexts } from './standing-rows';

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
  const { rows } = await pool.query<PartRow>({
    name: 'read-standing',
    text: `SELECT s.position, part.text
           FROM (SELECT log, position, parts FROM standing WHERE log = $1 AND basis = $2 AND position <= $3
                 ORDER BY position DESC LIMIT 1) AS s ${PARTS_IN_ORDER}`,
    values: [log, basis, upTo],
  });
  const row = rows[0];
  return row === undefined
    ? null
    : { position: row.position, result: JSON.parse(textOf(rows, log, row.position)) };
}

export interface PartRow {
  readonly position: number;
  readonly text: string | null;
}

/**
 * SQL for the rows of the parts of `s` of `standing`, at the end of a query: to put them together there would take Postgres
 * half as long again as to send them.
 */
export const PARTS_IN_ORDER = `LEFT JOIN unnest(s.parts) WITH ORDINALITY AS named(hash, place) ON true
  LEFT JOIN standing_part part ON part.log = s.log AND part.hash = named.hash ORDER BY named.place`;

/** The text that they make. @throws {Error} where one of them is missing. */
export function textOf(rows: readonly PartRow[], log: string, position: number): string {
  const texts = rows.flatMap(({ text }) => (text === null ? [] : [text]));
  if (texts.length < rows.length)
    throw new Error(`a part of the result of ${log} at ${position} is missing: parley fsck`);
  return texts.join('');
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
 * What stores the results of both bases as of a position, in the caller's transaction and under the log's lock
 * (log-lock.ts): nobody else stores or drops a part meanwhile. Of those that are only the newest none but this one stays,
 * and no part that no standing names.
 */
export function standingStatements(
  log: string,
  position: number,
  standings: StandingTexts,
  { kind, round }: Kept,
): QueryConfig[] {
  const isNewest = kind === 'newest';
  return [
    ...partStatements(log, standings.added),
    {
      name: 'drop-standing',
      text: `DELETE FROM standing WHERE log = $1 AND kind = 'newest'`,
      values: [log],
    },
    ...BASES.flatMap((basis) => [
      {
        name: 'write-standing',
        text: `INSERT INTO standing (log, position, basis, kind, round, parts) VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (log, position, basis) DO UPDATE SET parts = excluded.parts, computed_at = excluded.computed_at`,
        values: [log, position, basis, kind, round, standings[basis].parts.map(toBytea)],
      },
      ...rowStatements(log, isNewest ? ROWS_OF_NEWEST : position, standings[basis]),
    ]),
    ...(isNewest ? [] : dropRowsOfNewest(log)),
    {
      name: 'drop-standing-parts',
      text: `DELETE FROM standing_part WHERE log = $1
             AND hash NOT IN (SELECT unnest(parts) FROM standing WHERE log = $1)`,
      values: [log],
    },
  ];
}

const toBytea = (hash: string) => `\\x${hash}`;

function partStatements(log: string, { hashes, lengths, bytes }: AddedParts): QueryConfig[] {
  if (hashes.length === 0) return [];
  return [
    {
      name: 'write-standing-parts',
      text: `INSERT INTO standing_part (log, hash, text)
             SELECT $1, hash, convert_from(substring($4::bytea FROM last - length + 1 FOR length), 'UTF8')
             FROM (SELECT hash, length, (sum(length) OVER (ORDER BY place))::int AS last
                   FROM unnest($2::bytea[], $3::int[]) WITH ORDINALITY AS added(hash, length, place)) AS added
             ON CONFLICT DO NOTHING`,
      values: [log, hashes.map(toBytea), lengths, bytes],
    },
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

/**
 * Stands for the position in the rows of the newest standing: they are not of one position, since those that are the
 * same in the next standing stay.
 */
const ROWS_OF_NEWEST = -1;

function dropRowsOfNewest(log: string): QueryConfig[] {
  return ['standing_profile', 'standing_support'].map((table) => ({
    name: `drop-${table}`,
    text: `DELETE FROM ${table} WHERE log = $1 AND position = $2`,
    values: [log, ROWS_OF_NEWEST],
  }));
}

/** First what is no longer so goes, then what is not there yet comes. */
function rowStatements(
  log: string,
  position: number,
  { basis, profiles, support }: StandingText,
): QueryConfig[] {
  return [
    {
      name: 'drop-standing-profiles',
      text: `DELETE FROM standing_profile r WHERE log = $1 AND position = $2 AND basis = $3
             AND to_jsonb(r) - '{log,position,basis}'::text[] NOT IN (SELECT jsonb_array_elements($4::jsonb))`,
      values: [log, position, basis, profiles],
    },
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
      name: 'drop-standing-support',
      text: `DELETE FROM standing_support WHERE log = $1 AND position = $2 AND basis = $3
             AND (profile, stance, dimension, weight) NOT IN (
               SELECT * FROM unnest($4::text[], $5::text[], $6::text[], $7::numeric[]))`,
      values: [log, position, basis, ...support],
    },
    {
      name: 'write-standing-support',
      text: `INSERT INTO standing_support (log, position, basis, profile, stance, dimension, weight)
             SELECT $1, $2, $3, * FROM unnest($4::text[], $5::text[], $6::text[], $7::numeric[]) ON CONFLICT DO NOTHING`,
      values: [log, position, basis, ...support],
    },
  ];
}
