import { COLUMNS, TILE } from './tile';

/** Stakeholders, and profiles, in a mask: all of a tile. */
export const MASK = TILE;
const PROFILES = 64;
/** What is sorted: low, best and high of each profile. */
const SCORES = 3 * PROFILES;
/** Digits of seven bits: a score or rank is below 2¹⁴. */
const DIGIT = 7;

/**
 * Who prefers what, of 32 stakeholders at a time, without a comparison for each pair: a stakeholder's scores are sorted,
 * and going up them tells for each profile which others lie below it, as the bits of a mask; turning 32 such masks over
 * their diagonal makes masks of stakeholders. O(m + m²/32) words a stakeholder.
 */
export class PreferenceMasks {
  /** `[((stance · m + x) · 2 + half) · 32 + k]`: stakeholder k's profiles `32 · half …` below x, then turned over. */
  readonly masks: Int32Array;
  private sorted = new Int32Array(SCORES);
  private other = new Int32Array(SCORES);
  private readonly places = new Int32Array(1 << DIGIT);
  /** Profiles passed by their low, best and high score, in two halves. */
  private readonly passed = new Int32Array(6);

  constructor(private readonly profiles: number) {
    this.masks = new Int32Array(3 * profiles * 2 * MASK);
  }

  /** Where the masks of stance s and profile x begin, those of profiles 0 … 31. */
  at(stance: number, x: number): number {
    return (stance * this.profiles + x) * 2 * MASK;
  }

  /**
   * Fills `masks` for the first `count` stakeholders of a tile: bit k of the mask of (stance, x, y) is 1 where
   * stakeholder k strictly prefers x to y. Those of (x, x) hold rubbish.
   */
  fill(columns: Int16Array, count: number): void {
    this.masks.fill(0);
    for (let k = 0; k < count; k++) this.sweep(this.sort(columns, k), k);
    for (let at = 0; at < this.masks.length; at += MASK) turnOver(this.masks, at);
  }

  /** Scores that are defined, ascending, each with its place in 0 … 191 in the lower eight bits. @returns how many. */
  private sort(columns: Int16Array, i: number): number {
    const { sorted } = this;
    let count = 0;
    for (let x = 0, at = i; x < this.profiles; x++, at += COLUMNS * TILE) {
      const best = columns[at + TILE]!;
      sorted[count++] = (columns[at]! << 8) | x;
      if (best >= 0) sorted[count++] = (best << 8) | (PROFILES + x);
      sorted[count++] = (columns[at + 2 * TILE]! << 8) | (2 * PROFILES + x);
    }
    this.sortBy(8, count);
    this.sortBy(8 + DIGIT, count);
    return count;
  }

  /** By one digit, keeping the order of equal ones. */
  private sortBy(shift: number, count: number): void {
    const { sorted, other, places } = this;
    const digits = (1 << DIGIT) - 1;
    places.fill(0);
    for (let k = 0; k < count; k++) places[(sorted[k]! >> shift) & digits]!++;
    for (let digit = 0, sum = 0; digit <= digits; digit++) {
      const many = places[digit]!;
      places[digit] = sum;
      sum += many;
    }
    for (let k = 0; k < count; k++) other[places[(sorted[k]! >> shift) & digits]!++] = sorted[k]!;
    this.sorted = other;
    this.other = sorted;
  }

  /** Of equal scores none is greater: all of them are looked at before any counts as passed. */
  private sweep(count: number, k: number): void {
    const { sorted, passed, masks, profiles } = this;
    passed.fill(0);
    for (let from = 0; from < count; ) {
      const score = sorted[from]! >> 8;
      let to = from;
      for (; to < count && sorted[to]! >> 8 === score; to++) {
        const place = sorted[to]! & 255;
        const kind = place >> 6;
        const at = (kind * profiles + (place & 63)) * 2 * MASK + k;
        // A low score is above high ones under `necessary`, a high one above low ones under `possible`.
        masks[at] = passed[2 * (2 - kind)]!;
        masks[at + MASK] = passed[2 * (2 - kind) + 1]!;
      }
      for (; from < to; from++) {
        const place = sorted[from]! & 255;
        passed[2 * (place >> 6) + ((place >> 5) & 1)]! |= 1 << (place & 31);
      }
    }
  }
}

/** Exchanges bit b of word a with bit a of word b, for 32 words (Warren, Hacker's Delight, 7–3). */
function turnOver(words: Int32Array, at: number): void {
  for (let width = 16, low = 0x0000ffff; width > 0; width >>= 1, low ^= low << width) {
    for (let k = 0; k < MASK; k = (k + width + 1) & ~width) {
      const swapped = ((words[at + k]! >>> width) ^ words[at + k + width]!) & low;
      words[at + k]! ^= swapped << width;
      words[at + k + width]! ^= swapped;
    }
  }
}
