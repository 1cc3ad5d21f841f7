import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptSecret } from '../process/data-file';
import { SignedSizes } from './signed-sizes';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-signed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the largest signed sizes', () => {
  it('are remembered by the next process, the newest epoch first', async () => {
    const sizes = new SignedSizes(folder);
    expect(await sizes.largest('a')).toBeNull();
    await sizes.record('a', { epoch: 1, size: 9, note: 'nine' });
    await sizes.record('a', { epoch: 2, size: 4, note: 'four' });
    await sizes.record('a', { epoch: 2, size: 3, note: 'three' });
    expect(await sizes.largest('a')).toEqual({ epoch: 2, size: 4, note: 'four' });
    expect(await new SignedSizes(folder).largest('a')).toEqual({ epoch: 2, size: 4, note: 'four' });
    expect(await new SignedSizes(folder).largest('b')).toBeNull();
  });

  it('survive a line that a crash cut short', async () => {
    await new SignedSizes(folder).record('a', { epoch: 1, size: 5, note: 'five' });
    appendFileSync(path.join(folder, 'signed', 'a.ndjson'), '{"epoch":1,"size":6,"no');
    expect(await new SignedSizes(folder).largest('a')).toMatchObject({ size: 5 });
    await new SignedSizes(folder).record('a', { epoch: 1, size: 7, note: 'seven' });
    expect(await new SignedSizes(folder).largest('a')).toMatchObject({ size: 7 });
  });

  it('are found at the end of a long file', async () => {
    const sizes = new SignedSizes(folder);
    for (let size = 1; size <= 300; size++)
      await sizes.record('a', { epoch: 1, size, note: 'n'.repeat(400) });
    expect(await new SignedSizes(folder).largest('a')).toMatchObject({ size: 300 });
  });
});

describe('a kept secret', () => {
  it('is made once, and readable by its owner alone', () => {
    let made = 0;
    const make = () => `secret ${++made}`;
    expect(keptSecret(folder, 'inner/key', make)).toBe('secret 1');
    expect(keptSecret(folder, 'inner/key', make)).toBe('secret 1');
    expect(statSync(path.join(folder, 'inner/key')).mode & 0o077).toBe(0);
  });
});
