/**
 * A quick yes to the question whether bytes are canonical JSON (RFC 8785), in one pass that makes nothing: parsing them
 * and writing the value again costs four times as much. It takes for granted that the bytes parse as JSON.
 */

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPENS_LIST = 0x5b;
const CLOSES_LIST = 0x5d;
const OPENS_OBJECT = 0x7b;
const CLOSES_OBJECT = 0x7d;
const EXPONENT = 0x65;
const SPACE = 0x20;

/** Deeper than any event; what lies deeper is left to the slow way. */
const DEEPEST = 64;
/** Two decimals of so many digits are never the same double, so that the shortest text of either is the one given. */
const MOST_DIGITS = 15;

/** The newest key of each object that is open, as its range in the bytes. A scan never waits, so one room does for all. */
const keyFrom = new Int32Array(DEEPEST);
const keyTo = new Int32Array(DEEPEST);

/**
 * Whether JSON is canonical, where that shows at a glance: no white space, no escapes, keys of ASCII that ascend,
 * numbers as plain decimals. `false` says only that it has to be found out.
 */
export function looksCanonical(bytes: Uint8Array): boolean {
  let depth = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === QUOTE) {
      const end = endOfString(bytes, at + 1);
      if (end < 0) return false;
      if (bytes[end + 1] === COLON) {
        if (!isAbove(bytes, at + 1, end, depth)) return false;
        keyFrom[depth] = at + 1;
        keyTo[depth] = end;
        at = end + 2;
      } else {
        at = end + 1;
      }
    } else if (byte === OPENS_OBJECT || byte === OPENS_LIST) {
      depth += 1;
      if (depth === DEEPEST) return false;
      keyTo[depth] = -1;
      at += 1;
    } else if (byte === CLOSES_OBJECT || byte === CLOSES_LIST) {
      depth -= 1;
      if (depth < 0) return false;
      at += 1;
    } else if (byte === MINUS || isDigit(byte)) {
      at = endOfNumber(bytes, at);
      if (at < 0) return false;
    } else {
      if (byte <= SPACE) return false;
      at += 1;
    }
  }
  return true;
}

/** Where the closing quote stands; −1 where there is none, or an escape before it. */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) return -1;
  }
  return -1;
}

/** Whether a key is of ASCII, where bytes are ordered as UTF-16 is, and above the one before it. */
function isAbove(bytes: Uint8Array, start: number, end: number, depth: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > 0x7f) return false;
  const to = keyTo[depth]!;
  if (to < 0) return true;
  let before = keyFrom[depth]!;
  let at = start;
  while (before < to && at < end && bytes[before] === bytes[at]) {
    before += 1;
    at += 1;
  }
  if (at === end) return false;
  return before === to || bytes[before]! < bytes[at]!;
}

/** Where a number ends that is written as ECMAScript writes it (RFC 8785 §3.2.2.3); −1 where that is not plain to see. */
function endOfNumber(bytes: Uint8Array, start: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start;
  const startsWithZero = bytes[first] === ZERO;
  let at = afterDigits(bytes, first);
  const wholes = at - first;
  if (bytes[at] === POINT) {
    const decimals = at + 1;
    at = afterDigits(bytes, decimals);
    // Small numbers are written with an exponent, from the seventh decimal on.
    if (startsWithZero && bytes[decimals] === ZERO) return -1;
    if (bytes[at - 1] === ZERO || at - decimals + wholes > MOST_DIGITS) return -1;
  } else if (wholes > MOST_DIGITS || (startsWithZero && first > start)) {
    return -1;
  }
  // Lower case or upper: either way it has to be found out.
  return ((bytes[at] ?? COMMA) | 0x20) === EXPONENT ? -1 : at;
}

function afterDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at] ?? COMMA)) at += 1;
  return at;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
