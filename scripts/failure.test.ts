import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataFolder } from './data-folder.mjs';
import { onDisk } from './failure.mjs';

test('a data folder that is a file, or lies below one, is refused in one sentence', () => {
  const place = mkdtempSync(join(tmpdir(), 'parley-failure-'));
  const file = join(place, 'file');
  writeFileSync(file, '');
  try {
    for (const folder of [file, join(file, 'below')]) {
      expect(() => openDataFolder(folder)).toThrow(
        `${folder} is a file, or lies below one: name a folder with PARLEY_DATA.`,
      );
    }
  } finally {
    rmSync(place, { recursive: true });
  }
});

test.runIf(existsSync('/dev/full'))('a full disk is told in one sentence', () => {
  const write = () => writeFileSync('/dev/full', 'x');
  expect(() => onDisk('/data', write)).toThrow('The disk that holds /data is full');
});
