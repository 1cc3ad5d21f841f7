import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.mjs';
import { openPostgres } from './postgres.mjs';
import { ask } from './postgres-question.mjs';

const place = mkdtempSync(join(tmpdir(), 'parley-postgres-'));
chmodSync(place, 0o711);
const path = join(place, 'data');
const folder = join(path, 'postgres');
afterAll(() => rmSync(place, { recursive: true }));

const open = () => openPostgres(openDataFolder(path));
const script = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href);
const postmaster = () => Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);

test('what a killed process or a killed server leaves behind is taken over, and nothing is lost', async () => {
  const code = `
    import { openDataFolder } from ${script('data-folder.mjs')};
    import { openPostgres } from ${script('postgres.mjs')};
    import { ask } from ${script('postgres-question.mjs')};
    const url = (await openPostgres(openDataFolder(${JSON.stringify(path)}))).url('postgres');
    await ask(url, 'CREATE TABLE kept (word text)');
    await ask(url, "INSERT INTO kept VALUES ('said')");
    process.kill(process.pid, 'SIGKILL');`;
  const killed = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  expect(killed.signal, killed.stderr).toBe('SIGKILL');
  const before = postmaster();

  const adopted = await open();
  expect(postmaster()).toBe(before);
  process.kill(before, 'SIGKILL');

  const restarted = await open();
  expect(postmaster()).not.toBe(before);
  expect(await ask(restarted.url('postgres'), 'SELECT word FROM kept')).toEqual([{ word: 'said' }]);
  await adopted.stop();
});

test('a postmaster.pid that names another process does not stop it', async () => {
  writeFileSync(join(folder, 'postmaster.pid'), `${process.pid}\n${folder}\n1\n1\n\n127.0.0.1\n`);
  const postgres = await open();
  expect(await ask(postgres.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await postgres.stop();
});

test('strangers on the machine are not let in', async () => {
  const postgres = await open();
  const address = new URL(postgres.url('postgres'));
  address.password = 'guess';
  await expect(ask(address.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  await postgres.stop();
});

test('the data of another PostgreSQL are refused in a sentence', async () => {
  writeFileSync(join(folder, 'PG_VERSION'), '12\n');
  await expect(open()).rejects.toThrow(/is PostgreSQL 12's and this Parley brings PostgreSQL \d+:/);
});

test('the data of another Parley are refused in a sentence', () => {
  writeFileSync(join(path, 'parley.json'), JSON.stringify({ format: 99, version: '7.0.0', postgres: {} }));
  expect(() => openDataFolder(path)).toThrow(/was written by Parley 7\.0\.0/);
});
