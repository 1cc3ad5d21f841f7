/** The text of UTF-8 bytes, or where they stop being UTF-8. A byte order mark stays in the text. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** What a JavaScript string can hold (V8: 2²⁹ − 24 units). */
const LONGEST_TEXT = 2 ** 29 - 24;

export function decodeUtf8(bytes: Uint8Array): Decoded {
  if (bytes.length > LONGEST_TEXT) {
    return { ok: false, message: `${bytes.length} bytes are above ${LONGEST_TEXT}, the most that is read` };
  }
  const text = textOf(bytes);
  return text === null ? { ok: false, message: faultIn(bytes, 0) } : { ok: true, text };
}

/**
 * The text of UTF-8 bytes that come in chunks, in pieces cut between characters. Once a byte is not UTF-8 there are no
 * more, and `fault` says which.
 */
export class Utf8Pieces {
  fault: string | null = null;
  /** How many bytes were decoded, and those after them that begin a character. */
  private decoded = 0;
  private begun: Uint8Array = new Uint8Array(0);
  private ended = false;

  /** @param chunk the next bytes, `null` after the last; their memory may be used again by the next call. */
  constructor(private readonly chunk: () => Uint8Array | null) {}

  /** The next piece, not empty; `null` at the end. */
  next(): string | null {
    while (!this.ended) {
      const chunk = this.chunk();
      const bytes = joined(this.begun, chunk ?? new Uint8Array(0));
      this.ended = chunk === null;
      const whole = chunk === null ? bytes.length : wholeCharacters(bytes);
      const text = textOf(bytes.subarray(0, whole));
      if (text === null) {
        this.fault = faultIn(bytes, this.decoded);
        this.ended = true;
        return null;
      }
      this.begun = bytes.slice(whole);
      this.decoded += whole;
      if (text !== '') return text;
    }
    return null;
  }

  /** Looks at the rest for its bytes alone. */
  drain(): void {
    while (this.next() !== null);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** The length without a last character that bytes to come may complete. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** @param before how many bytes there were before these. */
function faultIn(bytes: Uint8Array, before: number): string {
  const offset = invalidAt(bytes);
  const byte = bytes[offset];
  const found = byte === undefined ? 'the end' : `0x${byte.toString(16).padStart(2, '0')}`;
  return `not UTF-8: ${found} at byte ${before + offset}`;
}

/** The offset of the first byte that is not part of well-formed UTF-8 (Unicode 16, table 3-7). */
function invalidAt(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  const second = bytes[at + 1] ?? 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < least || second > most) return 0;
  for (let next = 2; next < length; next += 1) {
    const byte = bytes[at + next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}
