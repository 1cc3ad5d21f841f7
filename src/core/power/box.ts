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

/**
 * Multiplies by (1 + z·xᵛ) in place, by means of the adder that the values lie in: the player of vector v may join.
 * `joined` players may have joined before, and coordinates so far are at most `reach`. Cost: one addition per entry
 * that can be other than zero.
 *
 * @param lightest Where there is one coordinate and nobody before weighed more: sums of the k lightest of them by k.
 */
export function join(
  box: Box,
  { add }: Adder,
  vector: readonly number[],
  joined: number,
  reach: readonly number[],
  lightest: readonly number[] | null,
): void {
  const { extents, strides, cells, bySize } = box;
  if (vector.some((v, k) => v >= (extents[k] ?? 0))) return;
  const shift = vector.reduce((sum, v, k) => sum + v * (strides[k] ?? 0), 0);
  const tops = extents.map((extent, k) => Math.min(extent - 1, (reach[k] ?? 0) + (vector[k] ?? 0)));
  const last = extents.length - 1;
  const low = vector[last] ?? 0;
  const length = (tops[last] ?? 0) - low + 1;
  // Descending, so that a source is read before it is itself added to.
  const starts = lines(vector, tops, strides).reverse();
  if (!bySize) {
    for (const start of starts) add(start + low, start + low - shift, length);
    return;
  }
  for (let row = Math.min(joined + 1, box.rows - 1); row >= 1; row--) {
    if (lightest !== null) {
      // Between the lightest and the heaviest set of row − 1 players.
      const from = low + lightest[row - 1]!;
      const to = Math.min(tops[0]!, low + lightest[joined]! - lightest[joined + 1 - row]!);
      const target = row * cells + from;
      if (to >= from) add(target, target - cells - shift, to - from + 1);
      continue;
    }
    for (const start of starts) {
      const target = row * cells + start + low;
      add(target, target - cells - shift, length);
    }
  }
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
