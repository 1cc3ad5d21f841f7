/** A Postgres of a test's own, as durable as the product's, that can be killed as a machine kills it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDataFolder } from '../../../scripts/data-folder.mjs';
import { migrate } from '../../../scripts/migrations.mjs';
import { openPostgres } from '../../../scripts/postgres.mjs';
import { processIdentity } from '../../../scripts/process-identity.mjs';

export interface Cluster {
  readonly url: string;
  /** SIGKILL to the postmaster and to all that it started, which writes, rolls back and says nothing more. */
  kill(): Promise<void>;
  /** Starts it again where it was, and recovers. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

/** With the schema and nothing in it. Whoever asks removes the folder. */
export async function openCluster(folder: string): Promise<Cluster> {
  const postgres = await openPostgres(openDataFolder(folder));
  const url = postgres.url('parley');
  await migrate(url);
  return {
    url,
    kill: async () => {
      const file = readFileSync(path.join(postgres.folder, 'postmaster.pid'), 'utf8');
      const postmaster = Number(file.split('\n', 1)[0]);
      const all = [postmaster, ...childrenOf(postmaster)];
      for (const pid of all) endNow(pid);
      while (all.some((pid) => processIdentity(pid) !== null)) await sleep(5);
    },
    revive: async () => {
      if (!(await postgres.revive())) throw new Error('the database was not dead');
    },
    stop: postgres.stop,
  };
}

function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [pid, of] = line.trim().split(/\s+/).map(Number);
    return of === parent && pid !== undefined ? [pid] : [];
  });
}

/** A child may have followed its parent by itself. */
function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
