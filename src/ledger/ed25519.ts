/** Signing with Ed25519 (RFC 8032). The same key and message give the same bytes, whoever computes them. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { concat } from './hash';

/** Node's own, where there is one: the same signature for a twentieth of the time. */
const native = globalThis.process?.getBuiltinModule?.('node:crypto');

/** What stands before the seed in the PKCS #8 form of a private key (RFC 8410 §7). */
const PKCS8 = Uint8Array.of(
  0x30,
  0x2e,
  0x02,
  0x01,
  0x00,
  0x30,
  0x05,
  0x06,
  0x03,
  0x2b,
  0x65,
  0x70,
  0x04,
  0x22,
  0x04,
  0x20,
);

type PrivateKey = ReturnType<NonNullable<typeof native>['createPrivateKey']>;

/** A key costs as much to read as a signature does. Seeds are never written over. */
const read = new WeakMap<Uint8Array, PrivateKey>();

/** 64 bytes. @param seed 32 bytes. */
export function signEd25519(message: Uint8Array, seed: Uint8Array): Uint8Array {
  if (native === undefined) return ed25519.sign(message, seed);
  let key = read.get(seed);
  if (key === undefined) {
    key = native.createPrivateKey({ key: Buffer.from(concat(PKCS8, seed)), format: 'der', type: 'pkcs8' });
    read.set(seed, key);
  }
  return new Uint8Array(native.sign(null, message, key));
}
