/** The settings of .env.example, read from the environment and from .env, and checked. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from './failure.mjs';
import { inProject, ROOT } from './project.mjs';

function readPort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new Failure(`PORT is "${text}": it has to be a whole number from 1 to 65535.`);
  }
  return port;
}

function readSwitch(name, text) {
  if (/^(1|on|true|yes)$/i.test(text)) return true;
  if (/^(0|off|false|no)$/i.test(text)) return false;
  throw new Failure(`${name} is "${text}": it has to be on or off.`);
}

/**
 * @returns {{ port: number, dataFolder: string, databaseUrl: string | null, ownerUrl: string | null,
 *   demo: boolean }}
 * `databaseUrl` is `null` for the embedded database, with which alone the demonstration is on unless told otherwise.
 */
export function readSettings() {
  if (existsSync(inProject('.env'))) process.loadEnvFile(inProject('.env'));
  const { PORT, PARLEY_DATA, DATABASE_URL, PARLEY_OWNER_DATABASE_URL, PARLEY_DEMO } = process.env;
  const databaseUrl = DATABASE_URL || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Failure(
      'DATABASE_URL has to begin with postgresql:// (or be absent, for the embedded database).',
    );
  }
  return {
    port: readPort(PORT || '3000'),
    dataFolder: resolve(ROOT, PARLEY_DATA || '.data'),
    databaseUrl,
    ownerUrl: PARLEY_OWNER_DATABASE_URL || null,
    demo: PARLEY_DEMO ? readSwitch('PARLEY_DEMO', PARLEY_DEMO) : databaseUrl === null,
  };
}
