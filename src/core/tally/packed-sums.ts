/**
 * Sums as the SIMD kernel keeps them (kernel/assembly.ts): for every two profiles x > y and the columns low, best and
 * high of x first how many prefer x by it, then how many y, two lanes of 64 bits each. A lane holds weights below 2⁵⁰,
 * and heads above.
 */
export interface PackedSums {
  /** Halves of lanes, the lower first. */
  readonly words: Uint32Array;
  readonly profiles: number;
}

/** Tiles of 32 stakeholders whose heads, 16,352 of them, fit between 2⁵⁰ and 2⁶⁴. */
export const MOST_TILES = 511;
/** 32-bit words of two profiles. */
export const PAIR = 24;

const LANE = 2;
const HEADS_FROM = 18;
const WEIGHTS = 2 ** HEADS_FROM - 1;

const headsAt = ({ words }: PackedSums, at: number): number => words[at + 1]! >>> HEADS_FROM;
const weightAt = ({ words }: PackedSums, at: number): number =>
  (words[at + 1]! & WEIGHTS) * 2 ** 32 + words[at]!;

/** Adds the heads to sums `[(x · m + y) · 3 + stance]`. */
export function unpackHeads(packed: PackedSums, sums: Float64Array): void {
  unpack(packed, headsAt, 0, sums);
}

/** Adds a dimension's weights: two dimensions share a pass, which has the lanes of all pairs. */
export function unpackWeights(packed: PackedSums, dimension: number, sums: Float64Array): void {
  const pass = dimension >> 1;
  const pairs = (packed.profiles * (packed.profiles - 1)) / 2;
  unpack(packed, weightAt, pass * pairs * PAIR + (dimension & 1) * LANE, sums);
}

function unpack(
  packed: PackedSums,
  numberAt: (packed: PackedSums, at: number) => number,
  from: number,
  sums: Float64Array,
): void {
  const m = packed.profiles;
  for (let x = 1, at = from; x < m; x++) {
    for (let y = 0; y < x; y++) {
      // Low above high is `necessary`, high above low `possible`: one column of x serves both, in turns.
      for (let column = 0; column < 3; column++, at += 4 * LANE) {
        sums[(x * m + y) * 3 + column]! += numberAt(packed, at);
        sums[(y * m + x) * 3 + 2 - column]! += numberAt(packed, at + 2 * LANE);
      }
    }
  }
}

/** Adds to `[x · m + y]` the heads of two sums a pair. */
export function unpackUndecided(packed: PackedSums, undecided: Float64Array): void {
  const m = packed.profiles;
  for (let x = 1, at = 0; x < m; x++) {
    for (let y = 0; y < x; y++, at += 4 * LANE) {
      undecided[x * m + y]! += headsAt(packed, at);
      undecided[y * m + x]! += headsAt(packed, at + 2 * LANE);
    }
  }
}
