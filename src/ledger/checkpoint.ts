/** C2SP tlog-checkpoints (c2sp.org/tlog-checkpoint): what a log signs of itself. */
import { fromBase64, toBase64 } from './base64';
import { parseNote, type SignedNote, type SigningKey, signNote, type VerifierKey, verifyNote } from './note';

export interface Checkpoint {
  /** `<host>/parley/<negotiation id>`, with `/<epoch>` after the first (ledger.md §2). Also the key's name. */
  readonly origin: string;
  /** Number of events, so the newest position plus one. */
  readonly size: number;
  /** Tree hash, 32 bytes. */
  readonly root: Uint8Array;
}

export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly note: SignedNote }
  | { readonly ok: false; readonly reason: 'malformed' | 'wrong-origin' | 'bad-signature' };

export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** The first three lines of a checkpoint's text; extension lines after them are admitted and ignored. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const lines = text.split('\n');
  const [origin, digits, encoded] = lines;
  if (lines.length < 4 || lines.slice(3, -1).includes('')) return null;
  if (origin === undefined || origin === '' || digits === undefined || encoded === undefined) return null;
  if (!/^(?:0|[1-9][0-9]*)$/.test(digits)) return null;
  const size = Number(digits);
  const root = fromBase64(encoded);
  if (!Number.isSafeInteger(size) || root === null || root.length !== 32) return null;
  return { origin, size, root };
}

/** @throws {RangeError} where the key's name is not the origin. */
export function signCheckpoint(checkpoint: Checkpoint, key: SigningKey): string {
  if (key.name !== checkpoint.origin) {
    throw new RangeError(`the key of ${key.name} cannot sign for ${checkpoint.origin}`);
  }
  return signNote(formatCheckpoint(checkpoint), [key]);
}

/** Opens a signed checkpoint: its form, that it is the key's own log's, and the signature, in this order. */
export function openCheckpoint(signed: string, key: VerifierKey): OpenedCheckpoint {
  const note = parseNote(signed);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (note === null || checkpoint === null) return { ok: false, reason: 'malformed' };
  if (checkpoint.origin !== key.name) return { ok: false, reason: 'wrong-origin' };
  if (!verifyNote(note, key)) return { ok: false, reason: 'bad-signature' };
  return { ok: true, checkpoint, note };
}
