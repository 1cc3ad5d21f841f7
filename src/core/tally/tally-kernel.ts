import type { ScoreColumns, Tile } from './tile';

/** What was counted. All sums are whole numbers at or below 10¹⁵, which a double holds exactly. */
export interface Sums {
  /** `[(quantity · m² + x · m + y) · 3 + stance]`; quantity 0 counts stakeholders, 1 + d weighs them in dimension d. */
  readonly sums: Float64Array;
  /** `[x · m + y]`: who has a best score of x or y undefined and holds y better than x possible, the silent too. */
  readonly undecided: Float64Array;
}

/**
 * What counts the tallies of a tile. The caller has the columns filled, writes ranks into them and weights, and has the
 * tile counted.
 */
export interface TallyKernel {
  /** `[(x · 4 + column) · 32 + i]`, see tile.ts. */
  readonly columns: Int16Array;
  /** `[dimension · 32 + i]`, at most 10⁹. */
  readonly weights: Int32Array;
  /** Fills the columns, as `fillColumns` of tile.ts. */
  fill(scores: ScoreColumns, from: number, length: number): boolean;
  count(tile: Tile): void;
  /** All that was counted so far. */
  read(): Sums;
}
