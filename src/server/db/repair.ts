/** What `parley fsck --repair` writes, and the locks under which it does. */
import type { TreeNode } from '@/ledger/tree';
import type { PoolClient } from './pool';
import { TOLD } from './verdict-heads';

/** Channel that tells every server to forget what it keeps of a log: it may have begun from a wrong snapshot. */
export const REPAIRED = 'parley_repaired';

/** Appends wait for the head, what follows the log with its standing for its own locks (log-lock.ts), until the transaction ends. */
export async function lockForRepair(client: PoolClient, log: string): Promise<void> {
  for (const job of ['standing', 'verdicts']) {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${job}:${log}`]);
  }
  await client.query('SELECT FROM log WHERE log = $1 FOR UPDATE', [log]);
  await client.query('SELECT FROM snapshot WHERE log = $1 FOR UPDATE', [log]);
}

/** The head row, and how many events there are whatever it says. A log without a head row has size -1. */
export async function readHead(
  client: PoolClient,
  log: string,
): Promise<{ readonly size: number; readonly at: string; readonly epoch: number; readonly stored: number }> {
  const { rows } = await client.query<{ size: number; at: Date; epoch: number }>(
    'SELECT size, at, epoch FROM log WHERE log = $1',
    [log],
  );
  const events = await client.query<{ stored: number }>(
    'SELECT coalesce(max(position), -1) + 1 AS stored FROM event WHERE log = $1',
    [log],
  );
  const stored = events.rows[0]?.stored ?? 0;
  const [row] = rows;
  return row === undefined
    ? { size: -1, at: '', epoch: -1, stored }
    : { size: row.size, at: row.at.toISOString(), epoch: row.epoch, stored };
}

/** Logs of which there is anything at all. */
export async function everyLog(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ log: string }>(
    `SELECT log FROM log UNION SELECT log FROM negotiation UNION SELECT log FROM snapshot
     UNION (WITH RECURSIVE logs AS (
       (SELECT log FROM event ORDER BY log LIMIT 1)
       UNION ALL SELECT (SELECT e.log FROM event e WHERE e.log > logs.log ORDER BY e.log LIMIT 1) FROM logs WHERE logs.log IS NOT NULL
     ) SELECT log FROM logs WHERE log IS NOT NULL) ORDER BY log`,
  );
  return rows.map(({ log }) => log);
}

export async function insertNodes(
  client: PoolClient,
  log: string,
  nodes: readonly TreeNode[],
): Promise<void> {
  await client.query(
    `INSERT INTO tree_node (log, level, index, hash) SELECT $1, * FROM unnest($2::int[], $3::bigint[], $4::bytea[])`,
    [log, nodes.map((n) => n.level), nodes.map((n) => n.index), nodes.map((n) => Buffer.from(n.hash))],
  );
}

/** A head that says too much is taken away first: it never runs back by an UPDATE (migration append_only). */
export async function moveHead(
  client: PoolClient,
  log: string,
  { position, at, epoch }: { readonly position: number; readonly at: string; readonly epoch: number },
): Promise<void> {
  await client.query('DELETE FROM log WHERE log = $1', [log]);
  await client.query('INSERT INTO log (log, size, at, epoch) VALUES ($1, $2, $3, $4)', [
    log,
    position + 1,
    at,
    epoch,
  ]);
}

/** Heard once the transaction is committed. */
export async function announceRepair(client: PoolClient, log: string, position: number): Promise<void> {
  await client.query('SELECT pg_notify($1, $2), pg_notify($3, $4)', [
    REPAIRED,
    log,
    TOLD,
    JSON.stringify({ log, position }),
  ]);
}
