import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../scripts/data-folder.mjs';
import { loadDemo } from '../scripts/demo.mjs';
import { freePort } from '../scripts/free-port.mjs';
import { migrate } from '../scripts/migrations.mjs';
import { openPostgres } from '../scripts/postgres.mjs';
import { startServer } from '../scripts/server-process.mjs';

interface DemoPlace {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  /** For what is to be kept apart, and goes with the rest. */
  readonly folder: string;
}

/** A database with the demonstration, in a folder of its own; all of it is taken away after. */
export async function onDemoDatabase<R>(measure: (place: DemoPlace) => Promise<R>): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  chmodSync(folder, 0o711);
  const data = openDataFolder(join(folder, 'data'));
  const postgres = await openPostgres(data);
  try {
    const databaseUrl = postgres.url('parley');
    await migrate(databaseUrl);
    await loadDemo({ port: await freePort(), databaseUrl, dataFolder: data.path, demo: true });
    return await measure({ databaseUrl, dataFolder: data.path, folder });
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Measures a server with the demonstration.
 *
 * @param prepare what else the database is to hold, before the server starts on it.
 */
export function onDemoServer<P, R>(
  prepare: (databaseUrl: string) => Promise<P>,
  measure: (url: string, databaseUrl: string, prepared: P) => Promise<R>,
): Promise<R> {
  return onDemoDatabase(async ({ databaseUrl, dataFolder, folder }) => {
    const prepared = await prepare(databaseUrl);
    const logFile = join(folder, 'server.log');
    const options = { port: await freePort(), databaseUrl, dataFolder, demo: true };
    const server = await startServer({ ...options, logFile, env: { PARLEY_LOG: 'error' } });
    try {
      return await measure(server.url, databaseUrl, prepared);
    } finally {
      await server.stop();
    }
  });
}
