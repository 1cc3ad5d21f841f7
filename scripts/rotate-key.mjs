#!/usr/bin/env node
/**
 * `npm run rotate-key`: a new signing key in PARLEY_DATA, the old one kept beside it. At its next start the server
 * lets every log record the new key, signed with the old (docs/self-hosting.md).
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { script } from './ending.mjs';
import { Failure, onDisk } from './failure.mjs';
import { say } from './say.mjs';
import { readSettings } from './settings.mjs';

function writeDurably(path, flags, text) {
  const file = openSync(path, flags, 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(folder) {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

await script(async () => {
  const { dataFolder } = readSettings();
  if (process.env.PARLEY_SIGNING_KEY) {
    throw new Failure(
      'PARLEY_SIGNING_KEY is set: put a new key there (npm run parley -- keygen NAME) and the old one in PARLEY_PREVIOUS_SIGNING_KEY, then start again.',
    );
  }
  const key = join(dataFolder, 'signing-key');
  if (!existsSync(key)) {
    throw new Failure(`There is no signing key in ${dataFolder} yet: the first start makes one.`);
  }
  onDisk(dataFolder, () => {
    // The old key is durable in its new place before it leaves the other: killed in between, nothing is lost.
    writeDurably(join(dataFolder, 'previous-signing-keys'), 'a', `${readFileSync(key, 'utf8').trim()}\n`);
    syncFolder(dataFolder);
    writeDurably(`${key}.new`, 'w', `${randomBytes(32).toString('hex')}\n`);
    renameSync(`${key}.new`, key);
    syncFolder(dataFolder);
  });
  say(`new signing key in ${key}; the old one is kept in previous-signing-keys beside it`);
  say('start Parley again: every log then records the new key, signed with the old one');
  return 0;
});
