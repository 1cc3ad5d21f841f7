/** How C2SP signed notes name and write keys (c2sp.org/signed-note, "Verifier keys"), whatever the algorithm. */
import { fromBase64, toBase64 } from './base64';
import { concat, fromHex, sha256, toHex, utf8 } from './hash';

export interface EncodedKey {
  readonly name: string;
  /** Four bytes. */
  readonly id: Uint8Array;
  /** What stands behind the algorithm byte: 32 bytes for every algorithm that is known here. */
  readonly key: Uint8Array;
}

/** SHA-256(name ‖ "\n" ‖ algorithm ‖ public key)[:4] */
export function keyIdOf(name: string, algorithm: number, publicKey: Uint8Array): Uint8Array {
  return sha256(concat(utf8(`${name}\n`), Uint8Array.of(algorithm), publicKey)).slice(0, 4);
}

/** `<name>+<hex key ID>+<base64(algorithm ‖ key)>` */
export function encodeKey({ name, id, key }: EncodedKey, algorithm: number): string {
  return `${name}+${toHex(id)}+${toBase64(concat(Uint8Array.of(algorithm), key))}`;
}

/** `null` where `text` is no well-formed key of this algorithm. Whether the ID fits is the caller's to judge. */
export function decodeKey(text: string, algorithm: number): EncodedKey | null {
  // Base64 may hold plus signs; names and IDs may not.
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text);
  const [, name, id, encoded] = match ?? [];
  if (name === undefined || id === undefined || encoded === undefined) return null;
  const bytes = fromBase64(encoded);
  if (bytes === null || bytes.length !== 33 || bytes[0] !== algorithm) return null;
  return { name, id: fromHex(id), key: bytes.slice(1) };
}
