import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { formatSigningKey, formatVerifierKey, signingKey } from '@/ledger/note';
import { holdFolder } from './folder-lock';

const root = mkdtempSync(path.join(tmpdir(), 'parley-lock-'));
afterAll(() => rmSync(root, { recursive: true }));

const folder = () => mkdtempSync(path.join(root, 'state-'));

it('is held by one, until it lets go', async () => {
  const at = folder();
  const letGo = await holdFolder(at);
  expect(letGo).not.toBeNull();
  expect(await holdFolder(at)).toBeNull();
  await letGo?.();
  expect(readdirSync(at)).toEqual([]);
  const again = await holdFolder(at);
  expect(again).not.toBeNull();
  await again?.();
});

it('is refused where its path is so long that the sockets of two would have one name', async () => {
  const at = path.join(root, 'x'.repeat(120 - root.length));
  mkdirSync(at);
  await expect(holdFolder(at)).rejects.toThrow('too long for a socket in it: name a shorter one');
  expect(readdirSync(at)).toEqual([]);
});

it('is never held by two of many that start at once', async () => {
  const at = folder();
  const held = (await Promise.all(Array.from({ length: 20 }, () => holdFolder(at)))).filter(
    (letGo) => letGo !== null,
  );
  expect(held.length).toBeLessThanOrEqual(1);
  for (const letGo of held) await letGo();
});

it('keeps a second witness out, and lets go of it when the first is killed', {
  timeout: 60_000,
}, async () => {
  const key = signingKey('witness.example/w1', new Uint8Array(32).fill(1));
  const keyFile = path.join(root, 'key');
  writeFileSync(keyFile, formatSigningKey(key));
  const state = folder();
  const start = () => {
    const log = formatVerifierKey(signingKey('parley.example/parley/a', new Uint8Array(32).fill(2)));
    const args = ['--key', keyFile, '--log', log, '--state', state, '--listen', '127.0.0.1:0'];
    return spawn(process.execPath, ['bin/parley.js', 'witness', ...args]);
  };
  const first = start();
  await once(first.stdout, 'data');
  const second = start();
  const told = once(second.stderr, 'data');
  expect(await once(second, 'exit')).toEqual([2, null]);
  expect(String(await told)).toBe(
    `parley witness: another witness runs on ${state}: one a folder, or they cosign two histories between them\n`,
  );
  first.kill('SIGKILL');
  await once(first, 'exit');
  const third = start();
  await once(third.stdout, 'data');
  expect(readdirSync(state)).toHaveLength(1);
  third.kill('SIGTERM');
  expect(await once(third, 'exit')).toEqual([0, null]);
  expect(readdirSync(state)).toEqual([]);
});
