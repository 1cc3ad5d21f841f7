/**
 * The embedded Postgres: made once, started or taken over, stopped. `pg_ctl` starts it apart from this process, so
 * it outlives a start that is killed; the next start finds it by its postmaster.pid and goes on with it.
 */
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresAccount } from './account.mjs';
import { postgresFolder } from './data-folder.mjs';
import { Failure, onDisk, sentenceFor } from './failure.mjs';
import { freePort } from './free-port.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { answersTo } from './postgres-question.mjs';
import { processIdentity, programOf } from './process-identity.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const START_SECONDS = 60;
const STOP_SECONDS = 2;

const lastLines = (text) => text.trim().split('\n').slice(-8).join('\n');

/** The password of the one database account: only who may read the data folder may connect. */
function password(data) {
  const file = join(data.path, 'postgres-password');
  if (!existsSync(file)) {
    onDisk(data.path, () => writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 }));
  }
  return onDisk(data.path, () => readFileSync(file, 'utf8').trim());
}

/** Made under another name and renamed when whole: an initdb that was killed leaves nothing that looks finished. */
async function create(server) {
  const { folder, account, program, secret, durable } = server;
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const aside = `${folder}.new`;
  const secretFile = `${folder}.secret`;
  onDisk(folder, () => {
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { mode: 0o700 });
    writeFileSync(secretFile, secret, { mode: 0o600 });
    if (account) for (const path of [aside, secretFile]) chownSync(path, account.uid, account.gid);
  });
  const words = [
    '-D',
    aside,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${secretFile}`,
    '-E',
    'UTF8',
  ];
  // Postgres's own C.UTF-8: the same order of text on every system, and no locale of the system's is needed.
  words.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (!durable) words.push('--no-sync');
  const { code, output } = await run(program('initdb'), words, { account, cwd: '/' });
  rmSync(secretFile, { force: true });
  if (code !== 0) {
    const sentence = sentenceFor(output, folder) ?? `The embedded database could not be made in ${folder}.`;
    throw new Failure(`${lastLines(output)}\n\n${sentence}`);
  }
  onDisk(folder, () => renameSync(aside, folder));
}

function checkMajor({ folder, major }) {
  const found = onDisk(folder, () => readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim());
  if (found === major) return;
  throw new Failure(
    `The data in ${folder} is PostgreSQL ${found}'s and this Parley brings PostgreSQL ${major}: start the Parley that wrote it and move the data with pg_dump (docs/self-hosting.md), or name another folder with PARLEY_DATA.`,
  );
}

/** What postmaster.pid says: the process and its port; `null` where there is none. */
function postmaster({ folder }) {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** Takes over a server that runs on this folder. A postmaster.pid that is only left over may name any process. */
async function adopt(server) {
  const found = postmaster(server);
  if (!found?.pid || processIdentity(found.pid) === null) return false;
  if (!(programOf(found.pid) ?? 'postgres').includes('postgres')) {
    // The number has come round again. Postgres, which sees only that it is alive, would refuse to start.
    rmSync(join(server.folder, 'postmaster.pid'));
    return false;
  }
  for (let attempt = 0; attempt < 50; attempt++) {
    if (found.port && (await answersTo(server.address(found.port)))) {
      server.port = found.port;
      return true;
    }
    if (processIdentity(found.pid) === null) return false;
    await sleep(200);
  }
  return false;
}

/** Starts it on `port` where that is given and free, or on another; with `samePort` it waits for that one. */
async function launch(server, settings, { port, samePort = false }) {
  const { folder, account, program, durable } = server;
  const options = { max_connections: 200, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  if (!durable) Object.assign(options, { fsync: 'off', full_page_writes: 'off' });
  Object.assign(options, settings);
  let output = '';
  for (let attempt = 0; attempt < 20; attempt++) {
    server.port = samePort ? port : await freePort(port);
    const flags = Object.entries(options).map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`);
    const words = ['-D', folder, '-w', '-t', String(START_SECONDS), '-l', join(folder, 'server.log')];
    words.push('-o', `-p ${server.port} ${flags.join(' ')}`, 'start');
    const started = await run(program('pg_ctl'), words, { account, cwd: '/' });
    if (started.code === 0) return;
    output = `${started.output}\n${serverLog(folder)}`;
    // A killed server and its children are there for another moment; a port may have been taken since it was free.
    if (!/shared memory block|already exists|already in use|in use by another/i.test(output)) break;
    await sleep(500);
  }
  const sentence = sentenceFor(output, folder) ?? `The embedded database in ${folder} does not start.`;
  throw new Failure(`${lastLines(output)}\n\n${sentence}`);
}

function serverLog(folder) {
  try {
    return lastLines(readFileSync(join(folder, 'server.log'), 'utf8'));
  } catch {
    return '';
  }
}

/** Fast first, which ends transactions and writes a checkpoint; then at once, from which Postgres recovers. */
async function stop({ folder, account, program }) {
  for (const [mode, seconds] of [
    ['fast', STOP_SECONDS],
    ['immediate', 2],
  ]) {
    const words = ['-D', folder, '-m', mode, '-w', '-t', String(seconds), 'stop'];
    const { code, output } = await run(program('pg_ctl'), words, { account, cwd: '/' });
    if (code === 0 || /no server running|does not exist/i.test(output)) return;
  }
}

/**
 * Opens the Postgres of a data folder. With `durable: false` it may lose everything when the machine loses power:
 * for tests alone.
 * @param {{ path: string, notes: object, remember: Function }} data of `openDataFolder`
 * @returns {Promise<{ folder: string, url: (database: string) => string, stop: () => Promise<void>, revive: () => Promise<boolean> }>}
 */
export async function openPostgres(data, { durable = true, settings = {} } = {}) {
  const account = postgresAccount();
  const { program, major } = postgresBinaries(account);
  const secret = password(data);
  const server = {
    data,
    account,
    program,
    major,
    secret,
    durable,
    folder: postgresFolder(data, account),
    port: 0,
  };
  server.address = (port, database = 'postgres') =>
    `postgresql://postgres:${secret}@127.0.0.1:${port}/${database}`;
  await create(server);
  checkMajor(server);
  if (await adopt(server)) say('took over the database that was still running');
  else await launch(server, settings, { port: data.notes.postgres.port });
  data.remember({ port: server.port });
  return {
    folder: server.folder,
    url: (database) => server.address(server.port, database),
    stop: () => stop(server),
    /** Starts it again, where those who use it look for it, if its process is gone; says whether it had to. */
    revive: async () => {
      const found = postmaster(server);
      if (found && processIdentity(found.pid) !== null) return false;
      await launch(server, settings, { port: server.port, samePort: true });
      return true;
    },
  };
}
