import type { Adder } from './adder';
import type { Modulus } from './modular';

/**
 * Coefficients of a generating function, truncated to a box: entry (r, x) counts the sets of r players (r = 0
 * throughout where sizes are not kept apart) whose coordinates are exactly x, for 0 ≤ x < extents.
 */
export interface Box {
  readonly extents: readonly number[];
  readonly strides: readonly number[];
  /** Entries of one row, that is, of one number of players. */
  readonly cells: number;
  /** Those of more players hold nothing. */
  readonly rows: number;
  readonly bySize: boolean;
  readonly modulus: Modulus;
  readonly values: Int32Array;
  /**
   * Sums of the k lightest players by k, where sizes are kept apart, there is one coordinate, and the lightest join
   * first: `null` otherwise.
   */
  readonly lightest: readonly number[] | null;
}

/** How many entries the box has. */
export function sizeOf(extents: readonly number[], players: number, bySize: boolean): number {
  return extents.reduce((a, b) => a * b, 1) * (bySize ? players + 1 : 1);
}

/** The box that counts the empty set. `extents` may be empty; `values` are of that size, whatever they hold. */
export function emptyBox(
  extents: readonly number[],
  players: number,
  bySize: boolean,
  modulus: Modulus,
  values: Int32Array = new Int32Array(sizeOf(extents, players, bySize)),
  lightest: readonly number[] | null = null,
): Box {
  const strides = extents.map((_, k) => extents.slice(k + 1).reduce((a, b) => a * b, 1));
  const cells = extents.reduce((a, b) => a * b, 1);
  const some = lightest === null ? players + 1 : lightest.filter((sum) => sum < cells).length;
  const rows = bySize ? some : 1;
  values.fill(0, 0, rows * cells);
  values[0] = 1;
  return { extents, strides, cells, rows, bySize, modulus, values, lightest };
}

/** A player about to join those who have joined a box. */
export interface Joining {
  readonly vector: readonly number[];
  /** How many joined before. */
  readonly joined: number;
  /** The coordinates of all of those together. */
  readonly reach: readonly number[];
}

/** Of one coordinate, or none. */
const ONE_LINE: readonly number[] = [0];

/**
 * Multiplies by (1 + z·xᵛ) in place, for a player who joins. Cost: one addition for each entry that can be other than
 * zero. Rows descend, and lines in them, so that a source is read before it is itself added to.
 */
export function join(box: Box, adder: Adder, { vector, joined, reach }: Joining): void {
  const { extents, strides, cells, rows, bySize, modulus, lightest } = box;
  const last = extents.length - 1;
  let back = bySize ? cells : 0;
  for (let k = 0; k <= last; k++) {
    if (vector[k]! >= extents[k]!) return;
    back += vector[k]! * strides[k]!;
  }
  const low = vector[last] ?? 0;
  const highest = bySize ? Math.min(joined + 1, rows - 1) : 0;
  const lowest = bySize ? 1 : 0;
  if (lightest !== null) {
    for (let row = highest; row >= lowest; row--) {
      const [from, to] = span(lightest, cells, row - 1, joined);
      const target = row * cells + from + low;
      const length = Math.min(to, cells - 1 - low) - from + 1;
      if (length > 0) adder.add(target, target - back, length, modulus);
    }
    return;
  }
  const top = (extent: number, k: number) => Math.min(extent - 1, reach[k]! + vector[k]!);
  const length = last < 0 ? 1 : top(extents[last]!, last) - low + 1;
  const starts = last < 1 ? ONE_LINE : lines(vector, extents.map(top), strides).reverse();
  for (let row = highest; row >= lowest; row--) {
    for (const start of starts) {
      const target = row * cells + start + low;
      adder.add(target, target - back, length, modulus);
    }
  }
}

/** What of the row of so many of `joined` players can be other than zero: from their lightest set to the heaviest. */
function span(
  lightest: readonly number[],
  cells: number,
  row: number,
  joined: number,
): readonly [from: number, to: number] {
  return [lightest[row]!, Math.min(cells - 1, lightest[joined]! - lightest[joined - row]!)];
}

/** Offsets of the lines along the last coordinate, the others running from `from` to `to`; ascending. */
export function lines(from: readonly number[], to: readonly number[], strides: readonly number[]): number[] {
  let starts = [0];
  for (let k = 0; k < from.length - 1; k++) {
    const next: number[] = [];
    for (const start of starts) {
      for (let x = from[k] ?? 0; x <= (to[k] ?? 0); x++) next.push(start + x * (strides[k] ?? 0));
    }
    starts = next;
  }
  return starts;
}

/** From "exactly x" to "at most x" in every coordinate, in place, once all `players` have joined. */
export function accumulate(box: Box, adder: Adder, players: number): void {
  const { values, strides, extents, cells, rows, modulus, lightest } = box;
  if (lightest !== null) {
    for (let row = 0; row < rows; row++) {
      const [from, to] = span(lightest, cells, row, players);
      adder.accumulate(row * cells + from, to - from + 1, modulus);
      values.fill(values[row * cells + to]!, row * cells + to + 1, (row + 1) * cells);
    }
    return;
  }
  for (const [k, stride] of strides.entries()) {
    const period = stride * (extents[k] ?? 1);
    for (let block = 0; block < rows * cells; block += period) {
      if (stride === 1) adder.accumulate(block, period, modulus);
      else
        for (let at = block + stride; at < block + period; at += stride)
          adder.add(at, at - stride, stride, modulus);
    }
  }
}

/** The accumulated count of sets of `row` players at most `bounds`; 0 outside the box's low side. */
export function atMost(box: Box, row: number, bounds: readonly number[]): number {
  if (row < 0 || row >= box.rows) return 0;
  let index = row * box.cells;
  for (let k = 0; k < bounds.length; k++) {
    const bound = bounds[k]!;
    if (bound < 0) return 0;
    index += bound * box.strides[k]!;
  }
  return box.values[index]!;
}
