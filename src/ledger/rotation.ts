/**
 * What the previous key signs when a log's key rotates (docs/decisions/2026-11-24-what-a-rotation-signs.md): a text of
 * four lines, so that anybody can write it down and have `openssl` check the signature.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { fromBase64, toBase64 } from './base64';
import { equalBytes, utf8 } from './hash';
import { formatVerifierKey, isSignature, parseVerifierKey, type SigningKey, type VerifierKey } from './note';

/** Verifier keys, and the previous key's signature in base64: the data of `key.rotated`. */
export interface Rotation {
  readonly key: string;
  readonly previous: string;
  readonly signature: string;
}

export type CheckedRotation =
  | { readonly ok: true; readonly key: VerifierKey; readonly previous: VerifierKey }
  | { readonly ok: false; readonly reason: 'malformed' | 'names' | 'same' | 'bad-signature' };

/**
 * The signed text. No checkpoint reads as one and the other way round: the second line of a checkpoint is a number.
 * @param position of the event that tells of the rotation.
 */
export function rotationText(key: VerifierKey, position: number): string {
  return `parley/key-rotation/1\n${key.name}\n${position}\n${formatVerifierKey(key)}\n`;
}

/** @throws {RangeError} where the keys differ in name, or in nothing. */
export function signRotation(key: VerifierKey, previous: SigningKey, position: number): Rotation {
  if (key.name !== previous.name) throw new RangeError(`${previous.name} cannot hand over to ${key.name}`);
  if (equalBytes(key.publicKey, previous.publicKey)) throw new RangeError('a key cannot follow itself');
  const signature = ed25519.sign(utf8(rotationText(key, position)), previous.seed);
  return {
    key: formatVerifierKey(key),
    previous: formatVerifierKey(previous),
    signature: toBase64(signature),
  };
}

/** Form, names, that the keys differ, and the signature, in this order. */
export function checkRotation(rotation: Rotation, position: number): CheckedRotation {
  const key = parseVerifierKey(rotation.key);
  const previous = parseVerifierKey(rotation.previous);
  const signature = fromBase64(rotation.signature);
  if (key === null || previous === null || signature === null) return { ok: false, reason: 'malformed' };
  if (key.name !== previous.name) return { ok: false, reason: 'names' };
  if (equalBytes(key.publicKey, previous.publicKey)) return { ok: false, reason: 'same' };
  const signed = isSignature(signature, utf8(rotationText(key, position)), previous.publicKey);
  return signed ? { ok: true, key, previous } : { ok: false, reason: 'bad-signature' };
}
