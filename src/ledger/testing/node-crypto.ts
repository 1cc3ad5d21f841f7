import { createPublicKey, verify } from 'node:crypto';
import { utf8 } from '../hash';

/** SubjectPublicKeyInfo of RFC 8410, before the 32 bytes. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** An Ed25519 public key as openssl and Node's own crypto, which is another implementation than ours, take it. */
export function asSpki(publicKey: Uint8Array): Buffer {
  return Buffer.concat([SPKI, publicKey]);
}

export function nodeAccepts(publicKey: Uint8Array, message: string, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: asSpki(publicKey), format: 'der', type: 'spki' });
  return verify(null, utf8(message), key, signature);
}
