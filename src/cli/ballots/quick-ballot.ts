import { Cursor } from './plain-points';
import type { Row } from './row';
import type { Target } from './target';

const OPEN = 0x7b;
const CLOSE = 0x7d;
const LIST = 0x5b;
const LIST_END = 0x5d;
const COLON = 0x3a;
const COMMA = 0x2c;
const QUOTE = 0x22;
const SPACE = 0x20;

/**
 * Casts ballots of plain scores from lines of JSON as programs write them (no escapes, no white space but blanks) at
 * once from their bytes, no object being made. `false` says only that a line takes a closer look; nothing was cast then.
 */
export class QuickBallots {
  private readonly cursor = new Cursor();
  private readonly row: Row;
  /** Profiles in the order of the line before, as the bytes of their ids: most programs keep to an order. */
  private readonly usual: { readonly id: Buffer; readonly profile: number }[] = [];
  private stakeholder = -1;
  private at = '';

  constructor(private readonly target: Target) {
    this.row = target.row;
  }

  cast(line: Uint8Array): boolean {
    this.cursor.bytes = Buffer.from(line.buffer, line.byteOffset, line.length);
    this.cursor.at = 0;
    this.row.clear();
    this.stakeholder = -1;
    this.at = '';
    if (!this.members() || this.cursor.at !== line.length) return false;
    if (this.stakeholder < 0 || !this.target.isInstant(this.at) || this.row.close() < 0) return false;
    this.target.castRow(this.stakeholder, this.at);
    return true;
  }

  /** The ballot's own members; each of them once, `scores` among them. */
  private members(): boolean {
    let scored = false;
    let told = false;
    if (!this.takes(OPEN)) return false;
    do {
      const key = this.text();
      if (key === null || !this.takes(COLON)) return false;
      if (key === 'scores') {
        if (scored || !this.scores()) return false;
        scored = true;
      } else if (key === 'provisional') {
        if (told || !this.provisional()) return false;
        told = true;
      } else {
        const value = this.text();
        if (value === null) return false;
        if (key === 'at' && this.at === '') this.at = value;
        else if (key === 'stakeholder' && this.stakeholder < 0)
          this.stakeholder = this.target.stakeholders.get(value) ?? -1;
        else return false;
        if (key === 'stakeholder' && this.stakeholder < 0) return false;
      }
    } while (this.takes(COMMA));
    return scored && this.takes(CLOSE);
  }

  private scores(): boolean {
    if (!this.takes(OPEN)) return false;
    if (this.takes(CLOSE)) return true;
    let nth = 0;
    do {
      const profile = this.profile(nth);
      if (profile < 0 || !this.row.lacks(profile) || !this.takes(COLON) || !this.score(profile)) return false;
      nth += 1;
    } while (this.takes(COMMA));
    return this.takes(CLOSE);
  }

  private score(profile: number): boolean {
    if (!this.takes(LIST)) return this.end(profile, 3);
    return (
      this.end(profile, 0) &&
      this.takes(COMMA) &&
      this.end(profile, 1) &&
      this.takes(COMMA) &&
      this.end(profile, 2) &&
      this.takes(LIST_END)
    );
  }

  private end(profile: number, end: number): boolean {
    this.passBlanks();
    const points = this.cursor.points();
    if (points >= 0) this.row.put(profile, end, points);
    return points >= 0;
  }

  /** The profile whose id stands here, first looked for where the line before had one; −1 where there is none. */
  private profile(nth: number): number {
    this.passBlanks();
    const { cursor } = this;
    const expected = this.usual[nth];
    if (expected !== undefined && this.standsHere(expected.id)) {
      cursor.at += expected.id.length + 2;
      return expected.profile;
    }
    const id = this.text();
    const profile = id === null ? undefined : this.target.profiles.get(id);
    if (id === null || profile === undefined) return -1;
    this.usual[nth] = { id: Buffer.from(id, 'latin1'), profile };
    return profile;
  }

  private standsHere(id: Buffer): boolean {
    const { bytes, at } = this.cursor;
    if (bytes[at] !== QUOTE || bytes[at + id.length + 1] !== QUOTE) return false;
    for (let k = 0; k < id.length; k++) if (bytes[at + 1 + k] !== id[k]) return false;
    return true;
  }

  private provisional(): boolean {
    this.passBlanks();
    const { bytes, at } = this.cursor;
    const word = bytes[at] === 0x74 ? 'true' : 'false';
    if (bytes.toString('latin1', at, at + word.length) !== word) return false;
    this.cursor.at += word.length;
    this.row.provisional = word === 'true';
    return true;
  }

  /** A text without escapes. */
  private text(): string | null {
    if (!this.takes(QUOTE)) return null;
    const text = this.cursor.text(QUOTE);
    return text !== null && this.takes(QUOTE) ? text : null;
  }

  private takes(byte: number): boolean {
    this.passBlanks();
    if (this.cursor.bytes[this.cursor.at] !== byte) return false;
    this.cursor.at += 1;
    return true;
  }

  private passBlanks(): void {
    while (this.cursor.bytes[this.cursor.at] === SPACE) this.cursor.at += 1;
  }
}
