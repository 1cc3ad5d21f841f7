import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCheckpoint } from '@/ledger/checkpoint';
import { concat, fromHex, toHex } from '@/ledger/hash';
import { parseNote } from '@/ledger/note';
import { bundleOf, KEY, longOpenStage } from './testing/bundles';

/** What an auditor has at hand without us: `openssl`, and twenty lines of Python. */

const folder = mkdtempSync(join(tmpdir(), 'parley-tools-'));
const openssl = spawnSync('openssl', ['version'], { encoding: 'utf8' });
const hasOpenssl = /^OpenSSL [3-9]/.test(openssl.stdout ?? '');
const hasPython = spawnSync('python3', ['--version']).status === 0;

function file(name: string, data: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
}

const lines = bundleOf(longOpenStage());
const note: string = JSON.parse(lines.at(-1) ?? '');

describe.runIf(hasOpenssl)('openssl', () => {
  it('verifies the checkpoint of a bundle, and not another text', () => {
    const signed = parseNote(note);
    const signature = signed?.signatures[0]?.signature;
    if (!signed || signature === undefined) throw new Error('not signed');
    // SubjectPublicKeyInfo of RFC 8410, before the 32 bytes.
    const key = file('key', concat(fromHex('302a300506032b6570032100') ?? new Uint8Array(), KEY.publicKey));
    const verify = (text: string) => {
      const args = ['pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-rawin', '-inkey', key];
      const given = ['-in', file('text', text), '-sigfile', file('signature', signature)];
      return spawnSync('openssl', [...args, ...given]).status;
    };
    expect(verify(signed.text)).toBe(0);
    expect(verify(signed.text.replace('stage', 'stave'))).not.toBe(0);
  });
});

/** ledger.md §5: the leaves, and the tree hash by size. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const HEADS: Readonly<Record<number, string>> = {
  0: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  2: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  3: 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  5: '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  7: 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
};

describe.runIf(hasPython)('docs/tree-head.py', () => {
  it('knows the answers of ledger.md §5', () => {
    const driver = [
      'import importlib.util as u',
      's = u.spec_from_file_location("tree_head", "docs/tree-head.py"); m = u.module_from_spec(s)',
      's.loader.exec_module(m)',
      `leaves = [bytes.fromhex(each) for each in ${JSON.stringify(LEAVES)}]`,
      'print(*(m.tree_head(leaves[:size]).hex() for size in (0, 1, 2, 3, 5, 7, 8)))',
    ];
    const told = execFileSync('python3', ['-c', driver.join('\n')], { encoding: 'utf8' });
    expect(told.trim().split(' ')).toEqual(Object.values(HEADS));
  });

  it('finds the tree hash that stands in the checkpoint of a bundle', () => {
    const bundle = file('bundle', `${lines.join('\n')}\n`);
    const told = execFileSync('python3', ['docs/tree-head.py', bundle], { encoding: 'utf8' });
    const { size, root } = parseCheckpoint(parseNote(note)?.text ?? '') ?? {};
    expect(told.trim()).toBe(`${size} ${toHex(root ?? new Uint8Array())} ${note.split('\n')[2]}`);
  });
});
