/** SHA-256 and the encodings that the ledger's formats use. Runs in a browser too. */
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** Node's own, where there is one: the same hash at a tenth of the cost. */
const native = globalThis.process?.getBuiltinModule?.('node:crypto');

export const sha256: (bytes: Uint8Array) => Uint8Array =
  native?.hash === undefined ? nobleSha256 : (bytes) => ofBinary(native.hash('sha256', bytes, 'binary'));

/** A text of a character for each byte: handed over by Node for half of what a buffer of its own costs. */
function ofBinary(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Lower-case hex, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes);
}

/** @throws {Error} where `hex` is not an even number of hex digits. */
export function fromHex(hex: string): Uint8Array {
  return hexToBytes(hex);
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
