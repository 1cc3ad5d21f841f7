import { type Scores, UNDEFINED } from '../scores';

/** Stakeholders in a tile: all its columns together, 256 kB at 64 profiles, stay in a processor's second cache. */
export const TILE = 512;
/** Columns of a profile: low, best on the left of a comparison, best on its right, high. */
export const COLUMNS = 4;
/** A best score that is undefined is neither greater than another (−1 on the left, as it is) nor less (this, on the right). */
const NEVER_LESS = 32_767;

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

/** Writes stakeholders `from` … `from + length − 1` into the columns. */
export function fillTile(columns: Int16Array, scores: Scores, from: number, length: number): Tile {
  const m = scores.profiles;
  const padded = Math.ceil(length / 8) * 8;
  let undecided = false;
  let silent = 0;
  for (let i = 0; i < length; i++) {
    const row = (from + i) * m;
    silent += scores.silent[from + i]!;
    const rank = scores.denominator[from + i]! === 1 ? null : ranks(scores, row);
    for (let x = 0; x < m; x++) {
      const [low, best, high] = [scores.low[row + x]!, scores.best[row + x]!, scores.high[row + x]!];
      const at = x * COLUMNS * TILE + i;
      columns[at] = rank === null ? low : rank.get(low)!;
      const known = best === UNDEFINED ? UNDEFINED : rank === null ? best : rank.get(best)!;
      columns[at + TILE] = known;
      columns[at + 2 * TILE] = known === UNDEFINED ? NEVER_LESS : known;
      columns[at + 3 * TILE] = rank === null ? high : rank.get(high)!;
      if (known === UNDEFINED && scores.silent[from + i] === 0) undecided = true;
    }
  }
  for (let x = 0; x < m; x++) {
    const at = x * COLUMNS * TILE;
    columns.fill(0, at + length, at + padded);
    columns.fill(0, at + TILE + length, at + TILE + padded);
    columns.fill(NEVER_LESS, at + 2 * TILE + length, at + 2 * TILE + padded);
    columns.fill(0, at + 3 * TILE + length, at + 3 * TILE + padded);
  }
  return { length: padded, undecided, silent };
}

/** Writes the weights of the same stakeholders, each in two halves of 15 bits: a weight is at most 10⁹ < 2³⁰. */
export function fillWeights(
  halves: Int16Array,
  dimensions: number,
  weightsOf: (stakeholder: number) => readonly number[],
  from: number,
  length: number,
): void {
  halves.fill(0);
  for (let i = 0; i < length; i++) {
    const weights = weightsOf(from + i);
    for (let d = 0; d < dimensions; d++) {
      const weight = weights[d] ?? 0;
      halves[2 * d * TILE + i] = weight & 32_767;
      halves[(2 * d + 1) * TILE + i] = weight >>> 15;
    }
  }
}

/** The rank of each value of a row among them all. */
function ranks(scores: Scores, row: number): ReadonlyMap<number, number> {
  const values = new Set<number>();
  for (let at = row; at < row + scores.profiles; at++) {
    values.add(scores.low[at]!).add(scores.high[at]!);
    if (scores.best[at] !== UNDEFINED) values.add(scores.best[at]!);
  }
  return new Map([...values].sort((a, b) => a - b).map((value, rank) => [value, rank]));
}
