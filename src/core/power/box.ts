import { add, type Modulus } from './modular';

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

/** The box that counts the empty set. `extents` may be empty. */
export function emptyBox(
  extents: readonly number[],
  players: number,
  bySize: boolean,
  modulus: Modulus,
): Box {
  const strides = extents.map((_, k) => extents.slice(k + 1).reduce((a, b) => a * b, 1));
  const cells = extents.reduce((a, b) => a * b, 1);
  const rows = bySize ? players + 1 : 1;
  const values = new Float64Array(cells * rows);
  values[0] = 1;
  return { extents, strides, cells, rows, bySize, modulus, values };
}

/**
 * Multiplies by (1 + z·xᵛ) in place: the player of vector v may join. `joined` players may have joined before,
 * and coordinates so far are at most `reach`. Cost: one addition per entry that can be other than zero.
 */
export function join(box: Box, vector: readonly number[], joined: number, reach: readonly number[]): void {
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
    for (const start of starts) addBackward(box.values, start + low, start + low - shift, length);
    return;
  }
  for (let row = Math.min(joined + 1, box.rows - 1); row >= 1; row--) {
    for (const start of starts) {
      const target = row * cells + start + low;
      addForward(box.values, target, target - cells - shift, length);
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

/** The caller keeps count of the doublings and reduces in time. */
function addForward(values: Float64Array, target: number, source: number, length: number): void {
  for (let k = 0; k < length; k++) values[target + k]! += values[source + k]!;
}

function addBackward(values: Float64Array, target: number, source: number, length: number): void {
  for (let k = length - 1; k >= 0; k--) values[target + k]! += values[source + k]!;
}

/** From "exactly x" to "at most x" in every coordinate, in place. Values must be below the modulus. */
export function accumulate(box: Box): void {
  const { values, strides, extents, modulus } = box;
  for (const [k, stride] of strides.entries()) {
    const period = stride * (extents[k] ?? 1);
    for (let block = 0; block < values.length; block += period) {
      for (let at = block + stride; at < block + period; at++) {
        values[at] = add(values[at]!, values[at - stride]!, modulus);
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
