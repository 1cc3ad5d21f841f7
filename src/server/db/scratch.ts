/**
 * The projections of one log rebuilt in the connection's own temporary schema, which comes before `public` wherever a
 * table is named without its schema: so the house's own writers fill it. It vanishes with the transaction.
 */
import type { PoolClient } from './pool';

interface Projection {
  readonly table: string;
  /** Of the key, without the log. */
  readonly key: readonly string[];
  /** Columns that no replay gives back. */
  readonly leaves: readonly string[];
}

/**
 * What a replay rebuilds. Not among them, having no source but themselves: accounts, sessions, pseudonyms, messages,
 * drafts, idempotency keys, rate limits, and `standing_change` and `verdict_head`, which tell when the worker came by.
 */
const PROJECTIONS: readonly Projection[] = [
  { table: 'negotiation', key: [], leaves: [] },
  { table: 'membership', key: ['pseudonym', 'role', 'stakeholder'], leaves: [] },
  { table: 'ballot', key: ['stakeholder'], leaves: [] },
  { table: 'snapshot', key: [], leaves: [] },
  { table: 'standing_head', key: [], leaves: [] },
  { table: 'standing', key: ['position', 'basis'], leaves: ['computed_at'] },
  { table: 'standing_part', key: ['hash'], leaves: [] },
  { table: 'standing_profile', key: ['position', 'basis', 'profile'], leaves: [] },
  { table: 'standing_support', key: ['position', 'basis', 'profile', 'stance', 'dimension'], leaves: [] },
];

type Row = Readonly<Record<string, unknown>>;

export interface RowDifference {
  readonly table: string;
  readonly key: string;
  /** `null`: there is no such row. */
  readonly stored: Row | null;
  readonly rebuilt: Row | null;
}

/** In a transaction that has read nothing by a prepared statement yet. */
export async function openScratch(client: PoolClient): Promise<void> {
  for (const { table } of PROJECTIONS) {
    await client.query(`CREATE TEMPORARY TABLE ${table} (LIKE public.${table} INCLUDING ALL) ON COMMIT DROP`);
  }
}

/** Rows that differ, that are missing and that are too many; at most `limit` a table. */
export async function differingRows(
  client: PoolClient,
  log: string,
  limit: number,
): Promise<RowDifference[]> {
  const found: RowDifference[] = [];
  for (const { table, key, leaves } of PROJECTIONS) {
    const own = (from: string) => `(SELECT * FROM ${from}.${table} WHERE log = $1)`;
    const { rows } = await client.query<{ key: string | null; stored: Row | null; rebuilt: Row | null }>(
      `SELECT concat_ws(' ', ${["''", ...key].join(', ')}) AS key,
              to_jsonb(s) - $2::text[] AS stored, to_jsonb(r) - $2::text[] AS rebuilt
       FROM ${own('public')} s FULL JOIN ${own('pg_temp')} r USING (${['log', ...key].join(', ')})
       WHERE to_jsonb(s) - $2::text[] IS DISTINCT FROM to_jsonb(r) - $2::text[] ORDER BY 1 LIMIT $3`,
      [log, leaves, limit],
    );
    for (const row of rows) found.push({ ...row, table, key: row.key?.trim() ?? '' });
  }
  return found;
}

/** Puts the rebuilt rows in the place of those stored, where they differ. The log's head is locked by the caller. */
export async function swapIn(client: PoolClient, log: string): Promise<void> {
  for (const { table, key, leaves } of PROJECTIONS) {
    const same = ['log', ...key].map((column) => `r.${column} = s.${column}`).join(' AND ');
    await client.query(
      `DELETE FROM public.${table} s WHERE log = $1 AND NOT EXISTS (
         SELECT FROM pg_temp.${table} r WHERE ${same} AND to_jsonb(r) - $2::text[] = to_jsonb(s) - $2::text[])`,
      [log, leaves],
    );
    await client.query(
      `INSERT INTO public.${table} SELECT * FROM pg_temp.${table} WHERE log = $1 ON CONFLICT DO NOTHING`,
      [log],
    );
  }
}
