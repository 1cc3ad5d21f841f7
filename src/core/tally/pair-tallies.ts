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
    const from = i * m;
    const low = scores.low.subarray(from, from + m);
    const best = scores.best.subarray(from, from + m);
    const high = scores.high.subarray(from, from + m);
    const cells = CELLS.subarray(0, m * m);
    for (let x = 0, pair = 0; x < m; x++) {
      const [lowX, bestX, highX] = [low[x]!, best[x]!, high[x]!];
      for (let y = 0; y < m; y++, pair++) {
        cells[pair] = pair * 4 + strictness(lowX, bestX, highX, low[y]!, best[y]!, high[y]!);
      }
    }
    addAt(this.heads, cells, sign);
    for (let d = 0; d < this.weights.length; d++) addAt(this.weights[d]!, cells, sign * (weights[d] ?? 0));
    if (scores.silent[i] === 0 && best.includes(UNDEFINED)) this.applyUndecided(low, best, high, sign);
  }

  private applyUndecided(low: Int32Array, best: Int32Array, high: Int32Array, sign: 1 | -1): void {
    const m = this.profiles;
    for (let x = 0; x < m; x++) {
      for (let y = 0; y < m; y++) {
        if (best[x] !== UNDEFINED && best[y] !== UNDEFINED) continue;
        if (low[x]! < high[y]!) this.undecided[x * m + y]! += sign;
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

/** Where a row's pairs fall; room for the 64² pairs of the largest negotiation. */
const CELLS = new Int32Array(64 * 64);

function addAt(sums: Float64Array, cells: Int32Array, amount: number): void {
  if (amount === 0) return;
  for (let at = 0; at < cells.length; at++) sums[cells[at]!]! += amount;
}
