import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '@/ledger/hash';
import { parseVerifierKey, signingKey } from '@/ledger/note';
import { leafHash, nodeHash } from '@/ledger/tree';
import { STEPS } from './steps';
import { isEventLine, verifyLines } from './testing/bundles';

const page = readFileSync('docs/audit.md', 'utf8');

describe('docs/audit.md', () => {
  it('lists the steps as they are', () => {
    const rows = [...page.matchAll(/^\| (\d+) \| `(\w+)` \|/gm)].map(
      ([, number, name]) => `${number} ${name}`,
    );
    expect(rows).toEqual(STEPS.map(({ number, name }) => `${number} ${name}`));
  });

  it('has an example whose hashes and signature are right', async () => {
    const lines = /```ndjson\n([\s\S]*?)\n```/.exec(page)?.[1]?.split('\n') ?? [];
    const leaves = lines.filter(isEventLine).map((line) => leafHash(utf8(line)));
    const [a, b, c] = leaves;
    if (a === undefined || b === undefined || c === undefined) throw new Error('three events');
    const node = nodeHash(a, b);
    const root = nodeHash(node, c);
    const told = [...page.matchAll(/^[0-9a-f]{64}$/gm)].map(([hash]) => hash);
    expect(told).toEqual([...leaves, node, root].map(toHex));
    const { publicKey, name } = signingKey('parley.example/parley/tea', new Uint8Array(32).fill(7));
    const key = parseVerifierKey(/"key":"([^"]+)"/.exec(lines[0] ?? '')?.[1] ?? '');
    expect(key).toMatchObject({ publicKey, name });
    const outcome = await verifyLines(lines, key === null ? {} : { key });
    expect(outcome).toMatchObject({ kind: 'holds', size: 3, root: toHex(root) });
  });
});
