import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { canReach } from './account.mjs';
import { Failure, onDisk } from './failure.mjs';
import { SHARED_PLACE } from './postgres-binaries.mjs';
import { VERSION } from './project.mjs';
import { say } from './say.mjs';

/** Counts up when what lies in the folder changes its meaning. */
const FORMAT = 1;

/** Others may go through the folder (the account of Postgres has to) but not list it; secrets in it are 0600. */
function makeFolder(path) {
  if (existsSync(path)) {
    // Throws where it is a file, which would otherwise be found out by whoever writes first.
    statSync(`${path}/.`);
    return;
  }
  makeFolder(dirname(path));
  mkdirSync(path);
  chmodSync(path, 0o711);
}

function readNotes(path) {
  if (!existsSync(path)) return { format: FORMAT, version: VERSION, postgres: {} };
  let notes;
  try {
    notes = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Failure(
      `${path} is damaged: put back a backup of that file, or name another folder with PARLEY_DATA.`,
    );
  }
  if (notes.format !== FORMAT) {
    throw new Failure(
      `${dirname(path)} was written by Parley ${notes.version}, which keeps its data in another way than this ${VERSION}: start that version, or name another folder with PARLEY_DATA.`,
    );
  }
  return notes;
}

/**
 * The folder PARLEY_DATA, made where it is missing, and what is remembered in its parley.json.
 * @returns {{ path: string, notes: object, remember: (postgres: object) => void }}
 */
export function openDataFolder(path) {
  return onDisk(path, () => {
    makeFolder(path);
    const file = join(path, 'parley.json');
    const notes = readNotes(file);
    const remember = (postgres) => {
      notes.version = VERSION;
      Object.assign(notes.postgres, postgres);
      onDisk(path, () => {
        writeFileSync(`${file}.new`, `${JSON.stringify(notes, null, 2)}\n`);
        renameSync(`${file}.new`, file);
      });
    };
    return { path, notes, remember };
  });
}

/** Where the files of Postgres lie: in the data folder, or where its account can reach them. Says so once. */
export function postgresFolder(data, account) {
  if (data.notes.postgres.folder) return data.notes.postgres.folder;
  if (!account || canReach(account, data.path)) return join(data.path, 'postgres');
  const mark = createHash('sha256').update(data.path).digest('hex').slice(0, 12);
  const place = join(SHARED_PLACE, `${basename(dirname(data.path))}-${mark}`);
  onDisk(SHARED_PLACE, () => makeFolder(place));
  const folder = join(place, 'postgres');
  data.remember({ folder });
  say(`the database's files are in ${folder}: its account (${account.name}) cannot reach ${data.path}`);
  return folder;
}
