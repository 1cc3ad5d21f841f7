import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { concat, sha256 } from './hash';
import { leafHash } from './tree';

it("Node's SHA-256 is the one that browsers compute", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256(bytes)).toEqual(nobleSha256(bytes));
    }),
  );
});

it.each([0, 1, 4094, 4095, 4096, 10_000])(
  'a leaf of %i bytes is hashed behind its prefix alone',
  (length) => {
    leafHash(new Uint8Array(4000).fill(9));
    const entry = new Uint8Array(length).fill(7);
    expect(leafHash(entry)).toEqual(nobleSha256(concat(Uint8Array.of(0), entry)));
  },
);
