import type { Adder } from './adder';
import { add as addModulo, type Modulus } from './modular';

/**
 * Coefficients of a generating function, truncated to a box: entry (r, x) counts the sets of r players (r = 0
 * throughout where sizes are not kept apart) whose coordinates are exactly x, for 0 ≤ x < extents.
 */
export interface Box {
  readonly extents: readonly number[];
  readonly strides: readonly number[];
  /** Entries of one row, that is, of one number of players. */
  readonly cells: number;
  readonly rows: number;
  readonly bySize: boolean;
  readonly modulus: Modulus;
  readonly values: Float64Array;
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
  values: Float64Array = new Float64Array(sizeOf(extents, players, bySize)),
): Box {
  const strides = extents.map((_, k) => extents.slice(k + 1).reduce((a, b) => a * b, 1));
  const cells = extents.reduce((a, b) => a * b, 1);
  const rows = bySize ? players + 1 : 1;
  values.fill(0);
  values[0] = 1;
  return { extents, strides, cells, rows, bySize, modulus, values };
}

/** A player about to join those who have joined a box. */
export interface Joining {
  readonly vector: readonly number[];
  /** How many joined before. */
  readonly joined: number;
  /** The coordinates of all of those together. */
  readonly reach: readonly number[];
}

/**
 * Multiplies by (1 + z·xᵛ) in place for each of the players, who join one after the other, and brings what comes of it
 * below the modulus. Cost: one addition for each entry that can be other than zero, and player.
 *
 * Where sizes are kept apart, a player's step from row r − 1 to row r follows that of the player before from r to r + 1:
 * a row is added to by all of them while it is in the cache.
 *
 * @param players at most `DOUBLINGS` of them.
 * @param lightest Where there is one coordinate and nobody who joined before weighed more: sums of the k lightest by k.
 */
export function join(
  box: Box,
  adder: Adder,
  players: readonly Joining[],
  lightest: readonly number[] | null,
): void {
  const steps = players.map((player) => stepOf(box, adder, player, lightest));
  const before = players[0]?.joined ?? 0;
  const after = before + players.length;
  if (!box.bySize) {
    for (const step of steps) step(0);
    adder.reduce(0, box.cells, box.modulus);
    return;
  }
  for (let first = before + 1; first > 1 - steps.length; first--) {
    for (const [k, step] of steps.entries()) if (first + k >= 1) step(first + k);
    const done = first + steps.length - 1;
    const [from, to] = lightest === null ? [0, box.cells - 1] : span(box, lightest, done, after);
    if (to >= from) adder.reduce(done * box.cells + from, to - from + 1, box.modulus);
  }
}

/** What of the row of so many of `joined` players can be other than zero: from their lightest set to the heaviest. */
function span(
  box: Box,
  lightest: readonly number[],
  row: number,
  joined: number,
): readonly [from: number, to: number] {
  return [lightest[row]!, Math.min(box.cells - 1, lightest[joined]! - lightest[joined - row]!)];
}

/** Adds to a row the sets that the player completes. The source must be as it was before the player joined. */
function stepOf(
  box: Box,
  { add }: Adder,
  { vector, joined, reach }: Joining,
  lightest: readonly number[] | null,
): (row: number) => void {
  const { extents, strides, cells, bySize } = box;
  if (vector.some((v, k) => v >= (extents[k] ?? 0))) return () => undefined;
  const back = vector.reduce((sum, v, k) => sum + v * (strides[k] ?? 0), bySize ? cells : 0);
  const last = extents.length - 1;
  const low = vector[last] ?? 0;
  if (lightest !== null && bySize) {
    return (row) => {
      const [from, to] = span(box, lightest, row - 1, joined);
      const length = Math.min(to, cells - 1 - low) - from + 1;
      const target = row * cells + from + low;
      if (length > 0) add(target, target - back, length);
    };
  }
  const tops = extents.map((extent, k) => Math.min(extent - 1, (reach[k] ?? 0) + (vector[k] ?? 0)));
  const length = (tops[last] ?? 0) - low + 1;
  // Descending, so that a source is read before it is itself added to.
  const starts = lines(vector, tops, strides).reverse();
  return (row) => {
    for (const start of starts) add(row * cells + start + low, row * cells + start + low - back, length);
  };
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

/** From "exactly x" to "at most x" in every coordinate, in place. Values must be below the modulus. */
export function accumulate(box: Box): void {
  const { values, strides, extents, modulus } = box;
  for (const [k, stride] of strides.entries()) {
    const period = stride * (extents[k] ?? 1);
    for (let block = 0; block < values.length; block += period) {
      for (let at = block + stride; at < block + period; at++) {
        values[at] = addModulo(values[at]!, values[at - stride]!, modulus);
      }
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
