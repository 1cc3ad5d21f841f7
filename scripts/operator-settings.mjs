import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from './settings.mjs';

/** Sets the environment as `npm start` sets the server's: .env, the data folder, the embedded database where one runs. */
export function takeServerSettings() {
  const { dataFolder, databaseUrl } = readSettings();
  process.env.PARLEY_DATA = dataFolder;
  const notes = join(dataFolder, 'parley.json');
  if (databaseUrl || !existsSync(notes)) return;
  const { port } = JSON.parse(readFileSync(notes, 'utf8')).postgres;
  const password = readFileSync(join(dataFolder, 'postgres-password'), 'utf8').trim();
  process.env.DATABASE_URL = `postgresql://postgres:${password}@127.0.0.1:${port}/parley`;
}
