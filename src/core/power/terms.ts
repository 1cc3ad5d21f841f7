import { type Game, holds } from './game';

/** One coordinate of the count: the weight on an axis of the coalition S, or of its complement where `out`. */
export interface Coordinate {
  readonly axis: number;
  readonly out: boolean;
  /** Ascending. A quota atom q is the bound q on the weight of S, or W − q + 1 on that of the complement. */
  readonly bounds: readonly { readonly below: number; readonly atom: number }[];
}

/**
 * The number of adequate coalitions as a sum of simpler counts: Σ over terms of coefficient[|S|] times the number
 * of coalitions S that contain everyone named by `forced` and keep each bounded coordinate below its bound.
 */
export interface Term {
  /** Atoms of kind `includes`. */
  readonly forced: readonly number[];
  /** Per coordinate; `null` where it is not bounded. */
  readonly below: readonly (number | null)[];
  /** By |S| from 0 to n; one entry for all sizes where the count is not by size. */
  readonly coefficients: Int32Array;
}

/** The table of cells and sizes is filled before anything is counted; this many entries at most. */
const TABLE_LIMIT = 1 << 22;

/**
 * Inclusion and exclusion over the atoms. A cell says for each coordinate between which bounds it lies, and for
 * each includes atom whether it holds; the formula is constant on it. Cells are differences of the one-sided
 * events that can be counted, so a finite difference of the truth table along every direction gives the
 * coefficients. `null` where the table would be too large.
 */
export function termsOf(game: Game, coordinates: readonly Coordinate[], bySize: boolean): Term[] | null {
  const includes = game.atoms.flatMap(({ kind }, atom) => (kind === 'includes' ? [atom] : []));
  const extents = [...coordinates.map(({ bounds }) => bounds.length + 1), ...includes.map(() => 2)];
  const sizes = bySize ? game.players + 1 : 1;
  const cells = extents.reduce((a, b) => a * b, 1);
  if (cells * sizes > TABLE_LIMIT) return null;

  const table = new Int32Array(cells * sizes);
  const position = new Array<number>(extents.length).fill(0);
  const satisfied = game.atoms.map(() => false);
  for (let cell = 0; cell < cells; cell++) {
    unpack(cell, extents, position);
    for (const [k, { out, bounds }] of coordinates.entries()) {
      // The lower bounds are passed: weight of S enough for them, or of the complement too much.
      for (const [b, { atom }] of bounds.entries()) satisfied[atom] = b < (position[k] ?? 0) !== out;
    }
    for (const [k, atom] of includes.entries()) satisfied[atom] = position[coordinates.length + k] === 0;
    for (let s = 0; s < sizes; s++) {
      const truth = holds(game.formula, (a) => {
        const atom = game.atoms[a];
        return atom?.kind === 'size' ? s >= atom.atLeast : satisfied[a] === true;
      });
      table[cell * sizes + s] = truth ? 1 : 0;
    }
  }
  difference(table, extents, sizes);

  const terms: Term[] = [];
  for (let cell = 0; cell < cells; cell++) {
    const coefficients = table.slice(cell * sizes, (cell + 1) * sizes);
    if (coefficients.every((c) => c === 0)) continue;
    unpack(cell, extents, position);
    terms.push({
      forced: includes.filter((_, k) => position[coordinates.length + k] === 0),
      below: coordinates.map(({ bounds }, k) => bounds[position[k] ?? 0]?.below ?? null),
      coefficients,
    });
  }
  return terms;
}

function unpack(cell: number, extents: readonly number[], position: number[]): void {
  let rest = cell;
  for (let k = extents.length - 1; k >= 0; k--) {
    const extent = extents[k] ?? 1;
    position[k] = rest % extent;
    rest = Math.floor(rest / extent);
  }
}

/** t[j] − t[j + 1] along every direction; past the end is 0. */
function difference(table: Int32Array, extents: readonly number[], sizes: number): void {
  let stride = sizes;
  for (let k = extents.length - 1; k >= 0; k--) {
    const extent = extents[k] ?? 1;
    const period = stride * extent;
    for (let at = 0; at < table.length; at++) {
      if (at % period < period - stride) table[at] = (table[at] ?? 0) - (table[at + stride] ?? 0);
    }
    stride = period;
  }
}
