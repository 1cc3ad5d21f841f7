/** A stretch of a log, narrowed by what its indexes know. */
import type { Pool } from './pool';

export interface HistoryFilter {
  readonly types?: readonly string[] | undefined;
  readonly actor?: string | undefined;
  /** Ids of which each must stand in the event's bytes as a JSON string: a first sieve, not a judgement. */
  readonly names?: readonly string[] | undefined;
}

export interface Stretch {
  /** Positions, both inclusive. */
  readonly from: number;
  readonly to: number;
  readonly newestFirst: boolean;
  /** At most so many, the first in the order asked for; all where it is left out. */
  readonly limit?: number;
}

/**
 * Canonical texts of the events of a stretch that pass the sieve. Cost: the events found, of each type the first
 * `limit`; with several of actor and names at once, those of the rarest. Never the bytes of the whole stretch.
 */
export async function readStretch(
  pool: Pool,
  log: string,
  stretch: Stretch,
  filter: HistoryFilter,
): Promise<{ position: number; bytes: string }[]> {
  const { text, values } = stretchQuery(log, stretch, filter);
  const { rows } = await pool.query<{ position: number; bytes: string }>(text, values);
  return rows;
}

/** Only the conditions that there are: one that may be absent (`$4 IS NULL OR …`) would keep indexes from being used. */
export function stretchQuery(
  log: string,
  { from, to, newestFirst, limit }: Stretch,
  { types, actor, names = [] }: HistoryFilter,
): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [log, from, to];
  const given = (value: unknown) => `$${values.push(value)}`;
  const order = `ORDER BY position ${newestFirst ? 'DESC' : 'ASC'}${limit === undefined ? '' : ` LIMIT ${given(limit)}`}`;
  const events = 'SELECT position, bytes FROM event WHERE log = $1 AND position BETWEEN $2 AND $3';
  if (actor === undefined && names.length === 0) {
    if (types === undefined) return { text: `${events} ${order}`, values };
    // A type at a time, since the index has the positions in order within a type alone.
    const each = `SELECT found.* FROM unnest(${given(types)}::text[]) AS wanted(type)
      CROSS JOIN LATERAL (${events} AND event.type = wanted.type ${order}) AS found`;
    return { text: `${each} ${order}`, values };
  }
  // The index knows the second; where the planner reads in order instead, the first spares most rows its cost.
  const conditions = names.flatMap((name) => [
    `strpos(bytes, ${given(JSON.stringify(name))}) > 0`,
    `event_names(log, bytes) @> ARRAY[${given(`${log} ${name}`)}]`,
  ]);
  if (actor !== undefined) conditions.push(`actor = ${given(actor)}`);
  if (types !== undefined) conditions.push(`type = ANY (${given(types)}::text[])`);
  return { text: `${events} AND ${conditions.join(' AND ')} ${order}`, values };
}

/**
 * The first position whose event is not before an instant (RFC 3339), or after it where `after`; the log's size where
 * there is none. Times ascend with positions (ledger.md §1): log₂ of the size rows of the primary key.
 */
export async function positionAt(
  pool: Pool,
  log: string,
  size: number,
  instant: string,
  { after }: { readonly after: boolean },
): Promise<number> {
  const { rows } = await pool.query<{ position: number }>(
    `WITH RECURSIVE search(low, high) AS (
       SELECT 0, $2::int
       UNION ALL
       SELECT CASE WHEN before THEN middle + 1 ELSE low END, CASE WHEN before THEN high ELSE middle END
       FROM search
       CROSS JOIN LATERAL (SELECT (low + high) / 2 AS middle) AS halved
       CROSS JOIN LATERAL (
         SELECT event.at ${after ? '<=' : '<'} $3::timestamptz AS before FROM event
         WHERE event.log = $1 AND event.position = middle) AS compared
       WHERE low < high
     )
     SELECT low AS position FROM search WHERE low = high`,
    [log, size, instant],
  );
  return rows[0]?.position ?? size;
}
