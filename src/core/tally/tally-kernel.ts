import type { Tile } from './tile';

/**
 * What counts the tallies of a tile. The caller writes `columns` and `halves`, and has the tile counted; `sums` and
 * `undecided` grow by it. All sums are whole numbers at or below 10¹⁵, which a double holds exactly.
 */
export interface TallyKernel {
  /** `[(x · 4 + column) · 512 + i]`, see tile.ts. */
  readonly columns: Int16Array;
  /** `[(dimension · 2 + half) · 512 + i]`: a weight's lower 15 bits, then its upper 15; weights are at most 10⁹ < 2³⁰. */
  readonly halves: Int16Array;
  /** `[(quantity · m² + x · m + y) · 3 + stance]`; quantity 0 counts stakeholders, 1 + d weighs them in dimension d. */
  readonly sums: Float64Array;
  /** `[x · m + y]`: who has a best score of x or y undefined and holds y better than x possible, the silent too. */
  readonly undecided: Float64Array;
  count(tile: Tile): void;
}
