import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, onDisk } from './failure.mjs';
import { processIdentity } from './process-identity.mjs';
import { say } from './say.mjs';

/** How long a start waits for another on the same data that may be about to end. */
const PATIENCE_MS = 7000;

const lives = (process_) => Boolean(process_) && processIdentity(process_.pid) === process_.identity;
const identify = (pid) => ({ pid, identity: processIdentity(pid) });

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Ends a server whose start was killed: nobody would ever end it, and it holds the port. */
async function endLeftover(server) {
  if (!lives(server)) return;
  say(`ending the server that a killed start left behind (process ${server.pid})`);
  process.kill(server.pid, 'SIGTERM');
  for (let i = 0; i < 40 && lives(server); i++) await sleep(100);
  if (lives(server)) process.kill(server.pid, 'SIGKILL');
  for (let i = 0; i < 20 && lives(server); i++) await sleep(100);
}

/**
 * One `npm start` at a time on a data folder. What a killed one left behind is taken over.
 * @returns {Promise<{ holdServer: (pid: number) => void, release: () => void }>}
 */
export async function takeInstance(dataFolder, patience = PATIENCE_MS) {
  const file = join(dataFolder, 'running.json');
  const mine = { start: identify(process.pid), server: null };
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      onDisk(dataFolder, () => writeFileSync(file, JSON.stringify(mine), { flag: 'wx' }));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const other = read(file);
    if (lives(other?.start)) {
      if (Date.now() > deadline) {
        throw new Failure(
          `Parley already runs on ${dataFolder} (process ${other.start.pid}): stop it, or run another copy with its own PARLEY_DATA and PORT.`,
        );
      }
      await sleep(200);
    } else {
      await endLeftover(other?.server);
      rmSync(file, { force: true });
    }
  }
  return {
    holdServer: (pid) => {
      mine.server = identify(pid);
      writeFileSync(`${file}.new`, JSON.stringify(mine));
      renameSync(`${file}.new`, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}
