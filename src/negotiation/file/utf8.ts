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
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const offset = invalidAt(bytes);
    const byte = bytes[offset];
    const found = byte === undefined ? 'the end' : `0x${byte.toString(16).padStart(2, '0')}`;
    return { ok: false, message: `not UTF-8: ${found} at byte ${offset}` };
  }
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
