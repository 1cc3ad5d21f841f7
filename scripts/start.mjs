#!/usr/bin/env node
/**
 * `npm start`: everything that Parley needs, from an empty clone to a page in the browser, and all of it again at
 * Ctrl-C. `npm run dev` (`--dev`) is the same with the sources instead of a build.
 */
import { build, generate } from './build.mjs';
import { openDataFolder } from './data-folder.mjs';
import { loadDemo, printAccounts } from './demo.mjs';
import { atEnd, end, isEnding, script } from './ending.mjs';
import { Failure } from './failure.mjs';
import { isFree } from './free-port.mjs';
import { install } from './install.mjs';
import { takeInstance } from './instance.mjs';
import { migrateAs } from './migrations.mjs';
import { openPostgres } from './postgres.mjs';
import { npmWatch } from './process-identity.mjs';
import { say } from './say.mjs';
import { howItEnded, spawnServer } from './server-process.mjs';
import { readSettings } from './settings.mjs';
import { withSetupLock } from './setup-lock.mjs';

/** How often it is seen whether npm and the embedded database are still there. */
const WATCH_MS = 1000;

async function checkPort(port) {
  if (await isFree(port)) return;
  throw new Failure(
    `Port ${port} is in use by another program: stop it, or choose another with PORT=${port + 1} npm start.`,
  );
}

/** The address of the database; the embedded one is opened, and closed at the end. */
async function database(settings, data) {
  if (settings.databaseUrl) return { url: settings.databaseUrl, revive: async () => false };
  const postgres = await openPostgres(data);
  atEnd(postgres.stop);
  say(`database ready (PostgreSQL in ${postgres.folder})`);
  return { url: postgres.url('parley'), revive: postgres.revive };
}

function watch(revive) {
  const npmLives = npmWatch();
  let busy = false;
  setInterval(async () => {
    if (busy || isEnding()) return;
    busy = true;
    try {
      if (!npmLives()) await end(1);
      else if (await revive()) say('the database was gone and has been started again');
    } catch (error) {
      console.error(error.message);
    } finally {
      busy = false;
    }
  }, WATCH_MS).unref();
}

await script(
  async () => {
    const dev = process.argv.includes('--dev');
    const settings = readSettings();
    const { port, demo } = settings;
    const data = openDataFolder(settings.dataFolder);
    const instance = await takeInstance(data.path);
    atEnd(instance.release);
    await checkPort(port);
    await withSetupLock(async () => {
      await install();
      await generate();
      if (!dev) await build();
    });
    const { url, revive } = await database(settings, data);
    watch(revive);
    await migrateAs(settings.databaseUrl && settings.ownerUrl, url);
    const options = { port, databaseUrl: url, dataFolder: data.path, demo, dev };
    if (demo) await loadDemo(options);
    const server = spawnServer(options);
    instance.holdServer(server.pid);
    atEnd(server.stop);
    await server.untilHealthy();
    say(`Parley is at ${server.url}`);
    if (demo) printAccounts();
    console.log(`          data in ${data.path}; stop with Ctrl-C`);
    const gone = await server.exited;
    if (isEnding()) return 0;
    throw new Failure(
      `The server ended by itself (${howItEnded(gone)}). What it acknowledged is kept: npm start goes on with it.`,
    );
  },
  { interrupted: 0 },
);
