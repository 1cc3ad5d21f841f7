import type { Stance } from '../model';
import { type Scores, strictness, UNDEFINED } from '../scores';
import { LEVEL } from '../stance';
import { type Counted, type Counting, countHere } from './tally-counter';
import { tallyWork } from './tally-work';
import type { ScoreColumns } from './tile';

/**
 * For every ordered pair (x, y) of profiles the number and the weights of those that strictly prefer x to y
 * (§4 "Pairs"), kept by level, so that one pass over a row serves all three stances. A row goes in or out in
 * O(m² · (1 + dimensions)): what one changed ballot costs, whatever n is. Sums stay at or below 10¹⁵ < 2⁵³.
 */
export class PairTallies {
  /** `[pair · 4 + level]`; level 0 and the diagonal hold rubbish that nobody reads. */
  private readonly heads: Float64Array;
  private readonly weights: readonly Float64Array[];
  /** Stakeholders that have spoken and do not weakly prefer x to y under `expected` for want of a best score. */
  private readonly undecided: Float64Array;

  constructor(
    readonly profiles: number,
    dimensions: number,
  ) {
    const pairs = profiles * profiles;
    this.heads = new Float64Array(4 * pairs);
    this.weights = Array.from({ length: dimensions }, () => new Float64Array(4 * pairs));
    this.undecided = new Float64Array(pairs);
  }

  /**
   * Counts everybody in: where many come at once. O(n · m² · (1 + dimensions)), or O(n · m²) where few weights differ.
   *
   * @param counting who counts, threads for one
   */
  applyAll(
    scores: ScoreColumns,
    weightsOf: (stakeholder: number) => readonly number[],
    counting: Counting = countHere,
  ): void {
    this.take(counting(tallyWork(scores, this.weights.length, weightsOf)));
  }

  /** Adds what was counted. */
  take({ sums, undecided, silent }: Counted): void {
    const pairs = this.profiles * this.profiles;
    [this.heads, ...this.weights].forEach((cells, quantity) => {
      for (let pair = 0, at = quantity * pairs * 3; pair < pairs; pair++, at += 3) {
        const [necessary, expected, possible] = [sums[at]!, sums[at + 1]!, sums[at + 2]!];
        // Whoever prefers under one stance does under those after it (§3), so levels are differences.
        cells[pair * 4 + 3]! += necessary;
        cells[pair * 4 + 2]! += expected - necessary;
        cells[pair * 4 + 1]! += possible - expected;
      }
    });
    for (let pair = 0; pair < pairs; pair++) this.undecided[pair]! += undecided[pair]! - silent;
  }

  /** Counts i's row in (sign 1) or out (−1). */
  apply(scores: Scores, i: number, weights: readonly number[], sign: 1 | -1): void {
    const m = this.profiles;
    const pairs = m * m;
    let lacking = false;
    for (let x = 0, at = i * m; x < m; x++, at++) {
      LOW[x] = scores.low[at]!;
      BEST[x] = scores.best[at]!;
      HIGH[x] = scores.high[at]!;
      if (BEST[x] === UNDEFINED) lacking = true;
    }
    const { heads } = this;
    // The first dimension goes along, without a second way through the cells; where there is none nothing is added.
    const [first = heads, ...others] = this.weights;
    const amount = first === heads ? 0 : sign * (weights[0] ?? 0);
    const further = others.length > 0;
    for (let x = 0, pair = 0; x < m; x++) {
      const low = LOW[x]!;
      const best = BEST[x]!;
      const high = HIGH[x]!;
      for (let y = 0; y < m; y++, pair++) {
        const cell = pair * 4 + strictness(low, best, high, LOW[y]!, BEST[y]!, HIGH[y]!);
        heads[cell]! += sign;
        first[cell]! += amount;
        if (further) CELLS[pair] = cell;
      }
    }
    for (let d = 0; d < others.length; d++) addAt(others[d]!, pairs, sign * (weights[d + 1] ?? 0));
    if (lacking && scores.silent[i] === 0) this.applyUndecided(sign);
  }

  /** Of the row that was read last. */
  private applyUndecided(sign: 1 | -1): void {
    const m = this.profiles;
    for (let x = 0; x < m; x++) {
      for (let y = 0; y < m; y++) {
        if (BEST[x] !== UNDEFINED && BEST[y] !== UNDEFINED) continue;
        if (LOW[x]! < HIGH[y]!) this.undecided[x * m + y]! += sign;
      }
    }
  }

  /** |C^s(x, y)|. */
  members(x: number, y: number, stance: Stance): number {
    return x === y ? 0 : this.above(this.heads, x, y, stance);
  }

  /** The weight of C^s(x, y) in a dimension. */
  weight(x: number, y: number, stance: Stance, dimension: number): number {
    return x === y ? 0 : this.above(this.weights[dimension]!, x, y, stance);
  }

  /** How many of those that have spoken do not weakly prefer x to y under `expected`. */
  against(x: number, y: number): number {
    if (x === y) return 0;
    return this.members(y, x, 'expected') + this.undecided[x * this.profiles + y]!;
  }

  private above(cells: Float64Array, x: number, y: number, stance: Stance): number {
    const at = (x * this.profiles + y) * 4;
    let sum = cells[at + 3]!;
    if (LEVEL[stance] <= 2) sum += cells[at + 2]!;
    if (LEVEL[stance] <= 1) sum += cells[at + 1]!;
    return sum;
  }
}

/** A row, and where its pairs fall; room for the 64 profiles of the largest negotiation. */
const LOW = new Int32Array(64);
const BEST = new Int32Array(64);
const HIGH = new Int32Array(64);
const CELLS = new Int32Array(64 * 64);

function addAt(sums: Float64Array, pairs: number, amount: number): void {
  if (amount === 0) return;
  for (let pair = 0; pair < pairs; pair++) sums[CELLS[pair]!]! += amount;
}
