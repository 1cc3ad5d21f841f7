import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, generate } from '../scripts/build.mjs';
import { openDataFolder } from '../scripts/data-folder.mjs';
import { loadDemo } from '../scripts/demo.mjs';
import { freePort } from '../scripts/free-port.mjs';
import { migrate } from '../scripts/migrations.mjs';
import { openPostgres } from '../scripts/postgres.mjs';
import { inProject } from '../scripts/project.mjs';
import { startServer } from '../scripts/server-process.mjs';
import { withSetupLock } from '../scripts/setup-lock.mjs';

interface DemoPlace {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  /** For what is to be kept apart, and goes with the rest. */
  readonly folder: string;
  /** A copy of the build. */
  readonly root: string;
}

/** What a built server reads of the checkout, apart from its packages. */
const SERVED = ['.next', 'dist', 'messages', 'next.config.js', 'package.json', 'prisma/demo'];

/** A database with the demonstration, in a folder of its own; all of it is taken away after. */
export async function onDemoDatabase<R>(measure: (place: DemoPlace) => Promise<R>): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  chmodSync(folder, 0o711);
  const root = join(folder, 'build');
  await copyBuild(root);
  const data = openDataFolder(join(folder, 'data'));
  const postgres = await openPostgres(data);
  try {
    const databaseUrl = postgres.url('parley');
    await migrate(databaseUrl);
    await loadDemo({ port: await freePort(), databaseUrl, dataFolder: data.path, demo: true, root });
    return await measure({ databaseUrl, dataFolder: data.path, folder, root });
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A benchmark runs for minutes, and whoever builds the checkout anew meanwhile changes the pages below its server. */
function copyBuild(root: string): Promise<void> {
  return withSetupLock(async () => {
    await generate();
    await build();
    for (const path of SERVED)
      cpSync(inProject(path), join(root, path), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (source: string) => !source.startsWith(inProject('.next/cache')),
      });
    symlinkSync(inProject('node_modules'), join(root, 'node_modules'), 'junction');
  });
}

export interface DemoServer {
  readonly url: string;
  /** Milliseconds of the processor that all its threads have taken; `null` where the system does not tell. */
  readonly processorTime: () => number | null;
}

/** A server that has just started on such a database. */
export async function onServer<R>(
  { databaseUrl, dataFolder, folder, root }: DemoPlace,
  measure: (server: DemoServer) => Promise<R>,
): Promise<R> {
  const options = { port: await freePort(), databaseUrl, dataFolder, demo: true, root };
  const logFile = join(folder, 'server.log');
  const server = await startServer({ ...options, logFile, env: { PARLEY_LOG: 'error' } });
  try {
    return await measure({ url: server.url, processorTime: () => processorTime(server.pid) });
  } finally {
    await server.stop();
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
  return onDemoDatabase(async (place) => {
    const prepared = await prepare(place.databaseUrl);
    return onServer(place, ({ url }) => measure(url, place.databaseUrl, prepared));
  });
}

/** proc(5): user and system time, the 14th and 15th member, in hundredths of a second. */
function processorTime(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  // The second member is the name in brackets, which may hold spaces.
  const members = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(members[11]) + Number(members[12]));
}
