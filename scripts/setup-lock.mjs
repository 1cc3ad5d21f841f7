import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEnd } from './ending.mjs';
import { onDisk } from './failure.mjs';
import { processIdentity } from './process-identity.mjs';
import { inProject, ROOT } from './project.mjs';
import { say } from './say.mjs';

const FOLDER = inProject('dist');
const LOCK = inProject('dist/setup.lock');

function take() {
  try {
    const mine = { pid: process.pid, identity: processIdentity(process.pid) };
    writeFileSync(LOCK, JSON.stringify(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function holderLives() {
  try {
    const { pid, identity } = JSON.parse(readFileSync(LOCK, 'utf8'));
    return processIdentity(pid) === identity;
  } catch {
    return false; // gone in between, or written by a process that was killed while it wrote
  }
}

/**
 * Installing, generating and building write into the checkout: one script at a time does it, the others wait and
 * then find it done. The lock of a killed script is taken over.
 */
export async function withSetupLock(use) {
  onDisk(ROOT, () => mkdirSync(FOLDER, { recursive: true }));
  let told = false;
  while (!onDisk(ROOT, take)) {
    if (!holderLives()) rmSync(LOCK, { force: true });
    else if (!told) {
      say('waiting for another script that is setting up this checkout');
      told = true;
    }
    await sleep(200);
  }
  const release = () => rmSync(LOCK, { force: true });
  const forget = atEnd(release);
  try {
    return await use();
  } finally {
    forget();
    release();
  }
}
