import { UNDEFINED } from '../scores';
import { ranksOf } from './ranks';

/**
 * Stakeholders in a tile. Its columns and the tables of sums of a kernel, 16 kB each at 64 profiles, stay in a
 * processor's first cache.
 */
export const TILE = 32;
/** Columns of a profile: low, best on the left of a comparison, high, best on its right. */
export const COLUMNS = 4;
/** A best score that is undefined is neither greater than another (−1 on the left, as it is) nor less (this, on the right). */
const NEVER_LESS = 16_383;

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
 * The scores of up to 32 stakeholders as 16-bit numbers, column by column: `[(x · 4 + column) · 32 + i]`. A ballot
 * matters to the tallies only through the order of its own values, so scores in hundredths enter as they are (0 to
 * 10,000), and those of weighted criteria, up to 1.6 · 10⁸, as their ranks among the at most 192 of the ballot.
 */
export interface Tile {
  /** How many stakeholders there are. Behind them the columns hold rubbish. */
  readonly length: number;
  /** Whether a best score of one that has spoken is undefined: then `against` needs a look of its own. */
  readonly undecided: boolean;
}

/**
 * Writes scores in hundredths into the columns. What ballots of weighted criteria come to is rubbish.
 *
 * @returns whether a best score is undefined
 */
export function fillColumns(
  columns: Int16Array,
  { profiles, low, best, high }: ScoreColumns,
  from: number,
  length: number,
): boolean {
  let either = 0;
  for (let x = 0; x < profiles; x++) {
    let at = x * COLUMNS * TILE;
    let score = from * profiles + x;
    for (let i = 0; i < length; i++, at++, score += profiles) {
      const own = best[score]!;
      either |= own;
      columns[at] = low[score]!;
      columns[at + TILE] = own;
      columns[at + 2 * TILE] = high[score]!;
      columns[at + 3 * TILE] = own & NEVER_LESS;
    }
  }
  return either < 0;
}

/** Writes the ballot of weighted criteria at place i of a tile. */
export function fillRanks(columns: Int16Array, scores: ScoreColumns, stakeholder: number, i: number): void {
  const m = scores.profiles;
  const ranks = ranksOf(scores, stakeholder);
  for (let x = 0; x < m; x++) {
    const at = x * COLUMNS * TILE + i;
    const best = ranks[m + x]!;
    columns[at] = ranks[x]!;
    columns[at + TILE] = best;
    columns[at + 2 * TILE] = ranks[2 * m + x]!;
    columns[at + 3 * TILE] = best & NEVER_LESS;
  }
}

/** Whether somebody has spoken and yet has no best score of some profile. */
export function lacksBest({ profiles, best, silent }: ScoreColumns, stakeholder: number): boolean {
  const row = stakeholder * profiles;
  return silent[stakeholder] === 0 && best.subarray(row, row + profiles).includes(UNDEFINED);
}
