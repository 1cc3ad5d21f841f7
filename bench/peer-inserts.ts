import { spawnSync } from 'node:child_process';
import { ask } from '../scripts/postgres-question.mjs';

const TABLES = ['event', 'tree_node', 'checkpoint', 'idempotency', 'ballot', 'log'];

/** Each has a log's head of its own. */
const MOST_CLIENTS = 64;

/** Tables like those that an append writes, for pgbench to write the same rows into. */
export async function makePeerTables(databaseUrl: string): Promise<void> {
  await ask(databaseUrl, 'CREATE SEQUENCE bench_position');
  for (const table of TABLES)
    await ask(databaseUrl, `CREATE TABLE bench_${table} (LIKE ${table} INCLUDING INDEXES)`);
  await ask(
    databaseUrl,
    `INSERT INTO bench_log (log, size, at, epoch)
     SELECT client::text, 0, 'epoch', 1 FROM generate_series(0, ${MOST_CLIENTS - 1}) AS client`,
  );
  await ask(
    databaseUrl,
    `CREATE TABLE bench_text AS SELECT bytes FROM event WHERE type = 'ballot.cast' LIMIT 1`,
  );
}

/** Milliseconds for the rows of one ballot (append-rows.sql); `null` where this machine has no pgbench. */
export function pgbench(url: string, clients: number, seconds: number): number | null {
  const words = ['-n', '-M', 'prepared', '-f', 'bench/append-rows.sql', '-T', String(seconds)];
  words.push('-c', String(clients), '-j', String(Math.min(2, clients)), url);
  const { status, stdout, stderr, error } = spawnSync('pgbench', words, { encoding: 'utf8' });
  if (error) return null;
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (status !== 0 || tps === undefined) throw new Error(`pgbench: ${stdout}${stderr}`);
  return 1000 / Number(tps);
}
