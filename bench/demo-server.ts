import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../scripts/data-folder.mjs';
import { loadDemo } from '../scripts/demo.mjs';
import { freePort } from '../scripts/free-port.mjs';
import { migrate } from '../scripts/migrations.mjs';
import { openPostgres } from '../scripts/postgres.mjs';
import { startServer } from '../scripts/server-process.mjs';

/**
 * Measures a server with the demonstration, on a database and in a folder of their own, and takes all of it away.
 *
 * @param prepare what else the database is to hold, before the server starts on it.
 */
export async function onDemoServer<P, R>(
  prepare: (databaseUrl: string) => Promise<P>,
  measure: (url: string, databaseUrl: string, prepared: P) => Promise<R>,
): Promise<R> {
  const place = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  chmodSync(place, 0o711);
  const data = openDataFolder(join(place, 'data'));
  const postgres = await openPostgres(data);
  try {
    const databaseUrl = postgres.url('parley');
    await migrate(databaseUrl);
    const options = { port: await freePort(), databaseUrl, dataFolder: data.path, demo: true };
    await loadDemo(options);
    const prepared = await prepare(databaseUrl);
    const logFile = join(place, 'server.log');
    const server = await startServer({ ...options, logFile, env: { PARLEY_LOG: 'error' } });
    try {
      return await measure(server.url, databaseUrl, prepared);
    } finally {
      await server.stop();
    }
  } finally {
    await postgres.stop();
    rmSync(place, { recursive: true, force: true });
  }
}
