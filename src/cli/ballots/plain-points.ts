const ZERO = 0x30;
const POINT = 0x2e;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** A place in bytes that moves on as they are read. */
export class Cursor {
  at = 0;

  bytes: Buffer = Buffer.alloc(0);

  /**
   * Points as nearly everybody writes them, `0` to `100` with at most two decimals, in hundredths; −1 where something
   * else stands here, sound or not. What follows is left to the caller.
   */
  points(): number {
    const bytes = this.bytes;
    const from = this.at;
    let at = from;
    let whole = 0;
    let digit = bytes[at]! - ZERO;
    while (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      at += 1;
      digit = bytes[at]! - ZERO;
    }
    const digits = at - from;
    if (digits === 0 || digits > 3 || (digits > 1 && bytes[from] === ZERO)) return -1;
    let hundredths = whole * 100;
    if (bytes[at] === POINT) {
      const tenths = bytes[at + 1]! - ZERO;
      if (!(tenths >= 0 && tenths <= 9)) return -1;
      const more = bytes[at + 2]! - ZERO;
      const two = more >= 0 && more <= 9;
      hundredths += tenths * 10 + (two ? more : 0);
      at += two ? 3 : 2;
    }
    if (hundredths > 10_000) return -1;
    this.at = at;
    return hundredths;
  }

  /** The printable ASCII text before `end` or the end of the bytes; `null` where something else stands in it. */
  text(end: number): string | null {
    const { bytes, at: from } = this;
    let at = from;
    for (; at < bytes.length && bytes[at] !== end; at++) {
      const byte = bytes[at]!;
      if (byte < 0x20 || byte > 0x7e || byte === QUOTE || byte === BACKSLASH) return null;
    }
    this.at = at;
    return bytes.toString('latin1', from, at);
  }
}
