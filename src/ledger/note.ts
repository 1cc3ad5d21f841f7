/**
 * C2SP signed notes with Ed25519 keys (c2sp.org/signed-note): a text, an empty line, and signature lines
 * `— <key name> <base64(key ID ‖ signature)>`.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { fromBase64, toBase64 } from './base64';
import { concat, equalBytes, fromHex, sha256, toHex, utf8 } from './hash';

/** The algorithm byte of Ed25519 in key encodings and key IDs. */
const ED25519 = 0x01;
const PRIVATE_PREFIX = 'PRIVATE+KEY+';

export interface VerifierKey {
  readonly name: string;
  /** Four bytes: SHA-256(name ‖ "\n" ‖ 0x01 ‖ public key)[:4]. */
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

export interface SigningKey extends VerifierKey {
  /** The 32-byte seed of RFC 8032. */
  readonly seed: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** What is signed, ending in a line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Names have no white space and no plus sign, and are not empty. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+]/u.test(name);
}

/** @throws {RangeError} where the name is none or the seed is not 32 bytes long. */
export function signingKey(name: string, seed: Uint8Array): SigningKey {
  if (!isKeyName(name)) throw new RangeError(`"${name}" is not a key name`);
  if (seed.length !== 32) throw new RangeError(`a seed has 32 bytes, not ${seed.length}`);
  const publicKey = ed25519.getPublicKey(seed);
  return { name, id: keyId(name, publicKey), publicKey, seed };
}

/** The same key under another name, and so with another ID. */
export function underName<K extends VerifierKey>(key: K, name: string): K {
  return { ...key, name, id: keyId(name, key.publicKey) };
}

/** `PRIVATE+KEY+<name>+<hex key ID>+<base64(0x01 ‖ seed)>` */
export function formatSigningKey(key: SigningKey): string {
  return `${PRIVATE_PREFIX}${key.name}+${toHex(key.id)}+${toBase64(concat(Uint8Array.of(ED25519), key.seed))}`;
}

/** `<name>+<hex key ID>+<base64(0x01 ‖ public key)>` */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${toHex(key.id)}+${toBase64(concat(Uint8Array.of(ED25519), key.publicKey))}`;
}

/** `null` where `text` is not a well-formed Ed25519 signing key whose ID fits its name. */
export function parseSigningKey(text: string): SigningKey | null {
  if (!text.startsWith(PRIVATE_PREFIX)) return null;
  const parts = parseKey(text.slice(PRIVATE_PREFIX.length));
  if (parts === null) return null;
  const key = signingKey(parts.name, parts.key);
  return equalBytes(key.id, parts.id) ? key : null;
}

/** `null` where `text` is not a well-formed Ed25519 verifier key whose ID fits its name. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const parts = parseKey(text);
  if (parts === null || !equalBytes(keyId(parts.name, parts.key), parts.id)) return null;
  return { name: parts.name, id: parts.id, publicKey: parts.key };
}

/** @throws {RangeError} where the text does not end in a line feed, or holds other control characters. */
export function signNote(text: string, keys: readonly SigningKey[]): string {
  if (!isNoteText(text)) throw new RangeError('a note is well-formed text that ends in a line feed');
  const message = utf8(text);
  const lines = keys.map((key) => {
    const signature = ed25519.sign(message, key.seed);
    return `— ${key.name} ${toBase64(concat(key.id, signature))}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** Takes a signed note apart without judging its signatures; `null` where it is malformed. */
export function parseNote(note: string): SignedNote | null {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  if (!isNoteText(text)) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const match = /^— (\S+) (\S+)$/u.exec(line);
    const bytes = fromBase64(match?.[2] ?? '');
    const name = match?.[1];
    if (name === undefined || !isKeyName(name) || bytes === null || bytes.length < 5) return null;
    signatures.push({ name, id: bytes.slice(0, 4), signature: bytes.slice(4) });
  }
  return { text, signatures };
}

/**
 * Whether the note bears a valid signature of `key`. Signatures of unknown keys do not matter; one under this
 * key's name and ID that does not verify makes the note invalid (signed-note, "Verification").
 */
export function verifyNote(note: SignedNote, key: VerifierKey): boolean {
  const message = utf8(note.text);
  const ours = note.signatures.filter((s) => s.name === key.name && equalBytes(s.id, key.id));
  return ours.length > 0 && ours.every((s) => isSignature(s.signature, message, key.publicKey));
}

/** Whether 64 bytes are an Ed25519 signature of the message. */
export function isSignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    // RFC 8032 as node:crypto and openssl judge it, not the laxer ZIP 215: an auditor's tool must agree with ours.
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    // The library throws for points that are not on the curve, which is one more way of not being a signature.
    return false;
  }
}

function keyId(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(concat(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)).slice(0, 4);
}

function parseKey(text: string): { name: string; id: Uint8Array; key: Uint8Array } | null {
  // Base64 may hold plus signs; names and IDs may not.
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text);
  const [, name, id, encoded] = match ?? [];
  if (name === undefined || id === undefined || encoded === undefined || !isKeyName(name)) return null;
  const bytes = fromBase64(encoded);
  if (bytes === null || bytes.length !== 33 || bytes[0] !== ED25519) return null;
  return { name, id: fromHex(id), key: bytes.slice(1) };
}

function isNoteText(text: string): boolean {
  if (!text.endsWith('\n') || !text.isWellFormed()) return false;
  for (const character of text) {
    if (character < ' ' && character !== '\n') return false;
  }
  return true;
}
