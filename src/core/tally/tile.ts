import { UNDEFINED } from '../scores';
import { ranksOf } from './ranks';

/** Stakeholders in a tile: all its columns together, 256 kB at 64 profiles, stay in a processor's second cache. */
export const TILE = 512;
/** Columns of a profile: low, best on the left of a comparison, best on its right, high. */
export const COLUMNS = 4;
/** A best score that is undefined is neither greater than another (−1 on the left, as it is) nor less (this, on the right). */
const NEVER_LESS = 32_767;
/** Stakeholders whose rows are read together: columns lie 1 kB apart, where a cache holds few lines at once. */
const BLOCK = 32;

/** What the tallies read of `Scores`; in memory that threads may share. */
export interface ScoreColumns {
  readonly profiles: number;
  readonly low: Int32Array;
  readonly best: Int32Array;
  readonly high: Int32Array;
  readonly denominator: Int32Array;
  readonly silent: Uint8Array;
}

/**
 * The scores of up to 512 stakeholders as 16-bit numbers, column by column: `[(x · 4 + column) · 512 + i]`. A ballot
 * matters to the tallies only through the order of its own values, so scores in hundredths enter as they are (0 to
 * 10,000), and those of weighted criteria, up to 1.6 · 10⁸, as their ranks among the at most 192 of the ballot.
 */
export interface Tile {
  /** How many stakeholders there are, filled up to a multiple of eight with some that prefer nothing. */
  readonly length: number;
  /** Whether a best score of one that has spoken is undefined: then `against` needs a look of its own. */
  readonly undecided: boolean;
  /** How many have not spoken. */
  readonly silent: number;
}

/** Writes the stakeholders at places `from` … `from + length − 1` of an order into the columns. */
export function fillTile(
  columns: Int16Array,
  scores: ScoreColumns,
  order: Int32Array,
  from: number,
  length: number,
): Tile {
  const pairs = new Int32Array(columns.buffer, columns.byteOffset, columns.length / 2);
  let undecided = false;
  let silent = 0;
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(start + BLOCK, length);
    const lacking = fillBlock(pairs, scores, order, from + start, start, end - start);
    for (let i = start; i < end; i++) {
      const stakeholder = order[from + i]!;
      silent += scores.silent[stakeholder]!;
      if (lacking && !undecided) undecided = lacksBest(scores, stakeholder);
      if (scores.denominator[stakeholder]! !== 1) fillRanks(columns, scores, stakeholder, i);
    }
  }
  const padded = Math.ceil(length / 8) * 8;
  for (let x = 0; x < scores.profiles; x++) preferNothing(columns, x, length, padded);
  return { length: padded, undecided, silent };
}

/** Between two places of a tile nobody prefers profile x to another, or another to x. */
export function preferNothing(columns: Int16Array, x: number, from: number, to: number): void {
  const at = x * COLUMNS * TILE;
  columns.fill(0, at + from, at + to);
  columns.fill(0, at + TILE + from, at + TILE + to);
  columns.fill(NEVER_LESS, at + 2 * TILE + from, at + 2 * TILE + to);
  columns.fill(0, at + 3 * TILE + from, at + 3 * TILE + to);
}

/** Where the rows of a block begin. */
const ROWS = new Int32Array(BLOCK);

/**
 * Scores in hundredths as they are, of two stakeholders at a time: half as many stores of twice the width. The last of
 * an odd number goes in twice, and is written over.
 *
 * @param pairs the columns
 * @param start where in the tile they go, a multiple of the block's length
 * @returns whether a best score is undefined
 */
function fillBlock(
  pairs: Int32Array,
  { profiles, low, best, high }: ScoreColumns,
  order: Int32Array,
  from: number,
  start: number,
  count: number,
): boolean {
  for (let k = 0; k < BLOCK; k++) ROWS[k] = order[from + Math.min(k, count - 1)]! * profiles;
  let either = 0;
  for (let x = 0; x < profiles; x++) {
    let at = (x * COLUMNS * TILE + start) / 2;
    for (let k = 0; k < count; k += 2, at++) {
      const one = ROWS[k]! + x;
      const other = ROWS[k + 1]! + x;
      const bestOne = best[one]!;
      const bestOther = best[other]!;
      either |= bestOne | bestOther;
      pairs[at] = (low[one]! & 65_535) | (low[other]! << 16);
      pairs[at + TILE / 2] = (bestOne & 65_535) | (bestOther << 16);
      // −1, which is undefined, becomes 32,767.
      pairs[at + TILE] = (bestOne & NEVER_LESS) | ((bestOther & NEVER_LESS) << 16);
      pairs[at + (3 * TILE) / 2] = (high[one]! & 65_535) | (high[other]! << 16);
    }
  }
  return either < 0;
}

/** Whether somebody has spoken and yet has no best score of some profile. */
function lacksBest({ profiles, best, silent }: ScoreColumns, stakeholder: number): boolean {
  const row = stakeholder * profiles;
  return silent[stakeholder] === 0 && best.subarray(row, row + profiles).includes(UNDEFINED);
}

/** The ballot of weighted criteria at place i of a tile. */
function fillRanks(columns: Int16Array, scores: ScoreColumns, stakeholder: number, i: number): void {
  const m = scores.profiles;
  const ranks = ranksOf(scores, stakeholder);
  for (let x = 0; x < m; x++) {
    const at = x * COLUMNS * TILE + i;
    const best = ranks[m + x]!;
    columns[at] = ranks[x]!;
    columns[at + TILE] = best;
    columns[at + 2 * TILE] = best === UNDEFINED ? NEVER_LESS : best;
    columns[at + 3 * TILE] = ranks[2 * m + x]!;
  }
}

/**
 * Writes the weights of the same stakeholders, each in two halves of 15 bits: a weight is at most 10⁹ < 2³⁰.
 *
 * @param weights `[dimension · n + stakeholder]`
 */
export function fillWeights(
  halves: Int16Array,
  weights: Int32Array,
  order: Int32Array,
  from: number,
  length: number,
): void {
  const n = order.length;
  halves.fill(0);
  for (let at = 0, column = 0; at < weights.length; at += n, column += 2 * TILE) {
    for (let i = 0; i < length; i++) {
      const weight = weights[at + order[from + i]!]!;
      halves[column + i] = weight & 32_767;
      halves[column + TILE + i] = weight >>> 15;
    }
  }
}
