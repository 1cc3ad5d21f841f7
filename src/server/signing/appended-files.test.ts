import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppendedFiles } from './appended-files';

let folder: string;
let files: AppendedFiles;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-appended-'));
  files = new AppendedFiles();
});
afterEach(() => {
  files.close();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps what many append at once, each text whole, in files of their owner alone', async () => {
  const name = (i: number) => path.join(folder, `${i % 100}`);
  await Promise.all(Array.from({ length: 1_000 }, (_, i) => files.append(name(i), `line ${i}\n`)));
  for (let file = 0; file < 100; file++) {
    const lines = readFileSync(name(file), 'utf8').trimEnd().split('\n').sort();
    expect(lines).toEqual(Array.from({ length: 10 }, (_, i) => `line ${file + 100 * i}`).sort());
    expect(statSync(name(file)).mode & 0o077).toBe(0);
  }
});

it.runIf(process.platform === 'linux')('leaves few files open', async () => {
  for (let i = 0; i < 200; i++) await files.append(path.join(folder, `${i}`), 'line\n');
  const open = () => readdirSync('/proc/self/fd').length;
  await expect.poll(open).toBeLessThan(150);
});

it('refuses a file that was taken away, then begins it anew', async () => {
  const file = path.join(folder, 'file');
  await files.append(file, 'one\n');
  rmSync(file);
  await expect(files.append(file, 'two\n')).rejects.toThrow(/taken away/);
  await files.append(file, 'three\n');
  expect(readFileSync(file, 'utf8')).toBe('three\n');
});
