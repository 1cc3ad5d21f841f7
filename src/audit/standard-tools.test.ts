import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCheckpoint } from '@/ledger/checkpoint';
import { toHex } from '@/ledger/hash';
import { parseNote } from '@/ledger/note';
import { INPUTS, ROOTS } from '@/ledger/testing/known-trees';
import { asSpki, nodeAccepts } from '@/ledger/testing/node-crypto';
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

const signed = parseNote(note);
const signature = signed?.signatures[0]?.signature;
if (!signed || signature === undefined) throw new Error('not signed');

it('Node’s own crypto verifies the checkpoint of a bundle, and not another text', () => {
  expect(nodeAccepts(KEY.publicKey, signed.text, signature)).toBe(true);
  expect(nodeAccepts(KEY.publicKey, signed.text.replace('stage', 'stave'), signature)).toBe(false);
});

describe.runIf(hasOpenssl)('openssl', () => {
  it('verifies the checkpoint of a bundle, and not another text', () => {
    const key = file('key', asSpki(KEY.publicKey));
    const verify = (text: string) => {
      const args = ['pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-rawin', '-inkey', key];
      const given = ['-in', file('text', text), '-sigfile', file('signature', signature)];
      return spawnSync('openssl', [...args, ...given]).status;
    };
    expect(verify(signed.text)).toBe(0);
    expect(verify(signed.text.replace('stage', 'stave'))).not.toBe(0);
  });
});

describe.runIf(hasPython)('docs/tree-head.py', () => {
  it('knows the answers of ledger.md §5', () => {
    const driver = [
      'import importlib.util as u',
      's = u.spec_from_file_location("tree_head", "docs/tree-head.py"); m = u.module_from_spec(s)',
      's.loader.exec_module(m)',
      `leaves = [bytes.fromhex(each) for each in ${JSON.stringify(INPUTS)}]`,
      `print(*(m.tree_head(leaves[:size]).hex() for size in ${JSON.stringify(ROOTS.map(([size]) => size))}))`,
    ];
    const told = execFileSync('python3', ['-c', driver.join('\n')], { encoding: 'utf8' });
    expect(told.trim().split(' ')).toEqual(ROOTS.map(([, root]) => root));
  });

  it('finds the tree hash that stands in the checkpoint of a bundle', () => {
    const bundle = file('bundle', `${lines.join('\n')}\n`);
    const told = execFileSync('python3', ['docs/tree-head.py', bundle], { encoding: 'utf8' });
    const { size, root } = parseCheckpoint(signed.text) ?? {};
    expect(told.trim()).toBe(`${size} ${toHex(root ?? new Uint8Array())} ${note.split('\n')[2]}`);
  });
});
