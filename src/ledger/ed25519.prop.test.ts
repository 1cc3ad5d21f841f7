import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signEd25519 } from './ed25519';
import { toHex } from './hash';

test('Node’s signatures are those of the browser’s library, byte for byte', () => {
  const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(bytes32, fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 3 }), (seed, messages) => {
      // The second with a key that was read for the first.
      for (const message of [new Uint8Array(0), ...messages]) {
        expect(toHex(signEd25519(message, seed))).toBe(toHex(ed25519.sign(message, seed)));
      }
    }),
  );
});
