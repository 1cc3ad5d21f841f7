/** What witnesses cosigned of each log (ledger.md §2). */
import type { Pool, PoolClient } from './pool';

export interface Cosignature {
  readonly epoch: number;
  readonly size: number;
  /** Verifier key of the witness. */
  readonly witness: string;
  /** The signature line with its line feed. */
  readonly line: string;
  readonly at: Date;
}

export async function keepCosignature(
  database: Pool | PoolClient,
  log: string,
  kept: Cosignature,
): Promise<void> {
  await database.query(
    `INSERT INTO cosignature (log, epoch, size, witness, line, at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [log, kept.epoch, kept.size, kept.witness, kept.line, kept.at],
  );
}

/** The largest size that the witness cosigned in this epoch; one row of the primary key. */
export async function largestCosigned(
  database: Pool | PoolClient,
  log: string,
  epoch: number,
  witness: string,
): Promise<{ readonly size: number; readonly at: Date } | null> {
  const { rows } = await database.query<{ size: number; at: Date }>(
    `SELECT size, at FROM cosignature WHERE log = $1 AND epoch = $2 AND witness = $3 ORDER BY size DESC LIMIT 1`,
    [log, epoch, witness],
  );
  return rows[0] ?? null;
}

/** The note with the lines of all who cosigned its size. */
export async function withCosignatures(
  database: Pool | PoolClient,
  log: string,
  { epoch, size, note }: { readonly epoch: number; readonly size: number; readonly note: string },
): Promise<string> {
  const { rows } = await database.query<{ line: string }>(
    'SELECT line FROM cosignature WHERE log = $1 AND epoch = $2 AND size = $3 ORDER BY witness',
    [log, epoch, size],
  );
  return `${note}${rows.map(({ line }) => line).join('')}`;
}

/** The largest checkpoint of the epoch that anybody cosigned, with the lines of all who did; `null` where there is none. */
export async function newestCosigned(
  pool: Pool,
  log: string,
  epoch: number,
): Promise<{ readonly size: number; readonly note: string } | null> {
  const { rows } = await pool.query<{ size: number; note: string }>(
    `SELECT size, note FROM checkpoint JOIN (
       SELECT log, epoch, size FROM cosignature WHERE log = $1 AND epoch = $2 ORDER BY size DESC LIMIT 1
     ) AS newest USING (log, epoch, size)`,
    [log, epoch],
  );
  const newest = rows[0];
  if (newest === undefined) return null;
  return { size: newest.size, note: await withCosignatures(pool, log, { epoch, ...newest }) };
}

/** The newest checkpoint that was published in the log's epoch. */
export async function newestPublished(
  database: Pool | PoolClient,
  log: string,
): Promise<{ readonly epoch: number; readonly size: number; readonly note: string } | null> {
  const { rows } = await database.query<{ epoch: number; size: number; note: string }>(
    `SELECT c.epoch, c.size, c.note FROM log l JOIN checkpoint c USING (log, epoch)
     WHERE l.log = $1 AND c.size <= l.size ORDER BY c.size DESC LIMIT 1`,
    [log],
  );
  return rows[0] ?? null;
}

/** Logs with a published checkpoint beyond what this witness cosigned. */
export async function logsBehind(pool: Pool, witness: string): Promise<string[]> {
  const { rows } = await pool.query<{ log: string }>(
    `SELECT l.log FROM log l
     CROSS JOIN LATERAL (SELECT max(size) AS size FROM checkpoint c WHERE c.log = l.log AND c.epoch = l.epoch) AS made
     CROSS JOIN LATERAL (SELECT max(size) AS size FROM cosignature s
                         WHERE s.log = l.log AND s.epoch = l.epoch AND s.witness = $1) AS seen
     WHERE made.size > coalesce(seen.size, 0)`,
    [witness],
  );
  return rows.map(({ log }) => log);
}
