/** Files in PARLEY_DATA: secrets that are made at first start and kept, readable by the owner alone. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/**
 * The text of the file `name`, made by `make` where there is none. Two processes that start at once agree: the file
 * is written whole under another name, made durable, then linked, and the first link wins.
 */
export function keptSecret(folder: string, name: string, make: () => string): string {
  const file = path.resolve(folder, name);
  const found = keptText(folder, name);
  if (found !== null) return found;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  // The data folder is no part of the pages' build, which would otherwise trace the whole project for it.
  const handle = openSync(/* turbopackIgnore: true */ draft, 'wx', 0o600);
  try {
    writeSync(handle, `${make()}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(path.dirname(file));
  const kept = keptText(folder, name);
  if (kept === null) throw new Error(`${file} vanished while it was made`);
  return kept;
}

/** Makes a new name in a folder durable. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The text of the file `name` without the white space around it; `null` where there is none. */
export function keptText(folder: string, name: string): string | null {
  try {
    return readFileSync(path.resolve(folder, name), 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === code;
}
