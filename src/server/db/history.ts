/** A stretch of a log, narrowed by what the columns of the events table know. */
import type { Pool } from './pool';

export interface HistoryFilter {
  readonly types?: readonly string[] | undefined;
  readonly actor?: string | undefined;
  /** RFC 3339; both inclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Ids of which each must stand in the event's bytes as a JSON string: a first sieve, not a judgement. */
  readonly names?: readonly string[] | undefined;
}

export interface Stretch {
  /** Positions, both inclusive. */
  readonly from: number;
  readonly to: number;
  readonly newestFirst: boolean;
}

/** Canonical texts of the events of a stretch that pass the sieve. */
export async function readStretch(
  pool: Pool,
  log: string,
  { from, to, newestFirst }: Stretch,
  { types, actor, since, until, names = [] }: HistoryFilter,
): Promise<{ position: number; bytes: string }[]> {
  const { rows } = await pool.query<{ position: number; bytes: string }>({
    name: newestFirst ? 'history-newest-first' : 'history-oldest-first',
    text: `SELECT position, bytes FROM event
           WHERE log = $1 AND position BETWEEN $2 AND $3
             AND ($4::text[] IS NULL OR type = ANY ($4))
             AND ($5::text IS NULL OR actor = $5)
             AND ($6::timestamptz IS NULL OR at >= $6) AND ($7::timestamptz IS NULL OR at <= $7)
             AND NOT EXISTS (SELECT FROM unnest($8::text[]) AS name WHERE strpos(bytes, name) = 0)
           ORDER BY position ${newestFirst ? 'DESC' : 'ASC'}`,
    values: [
      log,
      from,
      to,
      types ?? null,
      actor ?? null,
      since ?? null,
      until ?? null,
      names.map((name) => JSON.stringify(name)),
    ],
  });
  return rows;
}
