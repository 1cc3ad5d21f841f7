/**
 * C2SP tlog-cosignatures of version 1, Ed25519 (c2sp.org/tlog-cosignature): a witness says that at some time the
 * checkpoint was the largest that it had seen of that log, and consistent with all that it had seen before.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { toBase64 } from './base64';
import { concat, equalBytes, utf8 } from './hash';
import { decodeKey, encodeKey, keyIdOf } from './key-encoding';
import { isSignature, type SignedNote, type SigningKey } from './note';

/** The algorithm byte of timestamped Ed25519 cosignatures in key encodings and key IDs. */
const COSIGNATURE_V1 = 0x04;
const TIMESTAMP_BYTES = 8;
/** The last second that a `Date` can tell. A later one lies in the future, which a verifier may refuse. */
const LAST_SECOND = 8_640_000_000_000;

/** A key that cosigns. Its ID is another than that of the same Ed25519 key where it signs notes itself. */
export interface WitnessKey {
  readonly name: string;
  /** Four bytes: SHA-256(name ‖ "\n" ‖ 0x04 ‖ public key)[:4]. */
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** The key by which the cosignatures of a signing key, as `parley keygen` makes one, are checked. */
export function witnessKeyOf({ name, publicKey }: Pick<SigningKey, 'name' | 'publicKey'>): WitnessKey {
  return { name, id: keyIdOf(name, COSIGNATURE_V1, publicKey), publicKey };
}

/** `<name>+<hex key ID>+<base64(0x04 ‖ public key)>` */
export function formatWitnessKey({ name, id, publicKey }: WitnessKey): string {
  return encodeKey({ name, id, key: publicKey }, COSIGNATURE_V1);
}

/** `null` where `text` is not a well-formed key of cosignatures whose ID fits its name. */
export function parseWitnessKey(text: string): WitnessKey | null {
  const read = decodeKey(text, COSIGNATURE_V1);
  if (read === null) return null;
  const key = witnessKeyOf({ name: read.name, publicKey: read.key });
  return equalBytes(key.id, read.id) ? key : null;
}

/**
 * The signature line, with its line feed, that cosigns a checkpoint's text.
 *
 * @param time seconds since 1970, when the checkpoint was the largest that the witness had seen
 * @throws {RangeError} where the time is not a whole number of seconds that a `Date` can tell
 */
export function cosign(text: string, key: SigningKey, time: number): string {
  if (!isSecond(time)) throw new RangeError(`${time} is no time in seconds`);
  const signature = ed25519.sign(cosignedMessage(text, time), key.seed);
  const { name, id } = witnessKeyOf(key);
  return `— ${name} ${toBase64(concat(id, bigEndian(time), signature))}\n`;
}

/**
 * When the witness cosigned the note, in seconds since 1970; `null` where it did not. As in every signed note, lines of
 * other keys do not matter, and one under this key's name and ID that does not verify spoils the rest. Of several, the
 * latest counts.
 */
export function cosignedAt(note: SignedNote, key: WitnessKey): number | null {
  let latest: number | null = null;
  for (const { name, id, signature } of note.signatures) {
    if (name !== key.name || !equalBytes(id, key.id)) continue;
    const time = timeOf(signature);
    if (time === null) return null;
    const message = cosignedMessage(note.text, time);
    if (!isSignature(signature.slice(TIMESTAMP_BYTES), message, key.publicKey)) return null;
    latest = Math.max(latest ?? 0, time);
  }
  return latest;
}

function cosignedMessage(text: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

function timeOf(signature: Uint8Array): number | null {
  if (signature.length !== TIMESTAMP_BYTES + 64) return null;
  const time = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  return isSecond(time) ? time : null;
}

function bigEndian(time: number): Uint8Array {
  const bytes = new Uint8Array(TIMESTAMP_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  return bytes;
}

function isSecond(time: number): boolean {
  return Number.isInteger(time) && time >= 0 && time <= LAST_SECOND;
}
