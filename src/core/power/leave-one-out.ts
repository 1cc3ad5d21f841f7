import type { Adder } from './adder';
import { accumulate, atMost, type Box, emptyBox, join, sizeOf } from './box';
import { halve, type Modulus, subtract } from './modular';

/** Players of one kind in one count: how far each moves the coordinates when it is counted, or when it is not. */
export interface Mover {
  readonly counted: readonly number[];
  readonly uncounted: readonly number[];
  readonly players: number;
}

/** Inclusive bounds on the coordinates, at least 0. */
export type Bounds = readonly number[];

/** How many sets of players keep given bounds? By number of players in the set where `bySize`. */
export interface Questions {
  readonly movers: readonly Mover[];
  /** One more than the largest bound asked about, per coordinate. */
  readonly extents: readonly number[];
  readonly bySize: boolean;
  readonly bounds: readonly Bounds[];
  /** Whether about the sets of all the players too. */
  readonly all: boolean;
}

/**
 * Answers in the order of the bounds, by number of players in the set, or in all. `without` is about the sets of all the
 * players but one mover, by mover: those that keep the bounds with it counted, and those that do with it uncounted.
 */
export interface Answers {
  readonly all: readonly Int32Array[];
  readonly without: readonly (readonly { readonly counted: Int32Array; readonly uncounted: Int32Array }[])[];
}
export const playersOf = ({ movers }: Questions): number =>
  movers.reduce((sum, { players }) => sum + players, 0);

/** How many entries a count needs. */
export const cellsOf = (questions: Questions): number =>
  sizeOf(questions.extents, playersOf(questions), questions.bySize);

/**
 * The answers for movers that move nothing uncounted.
 *
 * One pass builds the generating function Π (1 + z·xᵛ). A player is taken out of its accumulated form without
 * another: H(x) = G(x) − H(x − v), unrolled to an alternating sum along v. Cost: n · rows · cells additions, and
 * at most min(rows, x/v) more per entry of an answer.
 */
export function countSets(questions: Questions, modulus: Modulus, adder: Adder): Answers {
  const { movers, bounds, bySize } = questions;
  const box = generatingFunction(questions, modulus, adder);
  const players = playersOf(questions);
  const all = bounds.map((b) =>
    Int32Array.from({ length: bySize ? players + 1 : 1 }, (_, row) => atMost(box, row, b)),
  );
  const without = movers.map(({ counted: v }) =>
    bounds.map((b, k) => {
      const counted = takeOut(
        box,
        players,
        v,
        b.map((each, c) => each - v[c]!),
      );
      // Whoever keeps the bounds has the player or has not.
      const uncounted = counted.map((_, row) =>
        subtract(all[k]![row]!, (bySize ? counted[row - 1] : counted[row]) ?? 0, modulus),
      );
      return { counted, uncounted };
    }),
  );
  return { all: questions.all ? all : [], without };
}

/** The lightest join first, while there is little that can be other than zero. */
function generatingFunction(questions: Questions, modulus: Modulus, adder: Adder): Box {
  const { extents, bySize } = questions;
  const players = playersOf(questions);
  const movers = questions.movers.toSorted((a, b) => (a.counted[0] ?? 0) - (b.counted[0] ?? 0));
  const lightest = bySize && extents.length === 1 ? sumsOf(movers) : null;
  const box = emptyBox(extents, players, bySize, modulus, adder.values, lightest);
  const reach = extents.map(() => 0);
  let joined = 0;
  for (const mover of movers) {
    const vector = mover.counted;
    for (const before = joined; joined < before + mover.players; joined++) {
      join(box, adder, { vector, joined, reach });
      for (let c = 0; c < reach.length; c++) reach[c]! += vector[c]!;
    }
  }
  accumulate(box, adder, players);
  return box;
}

/** By k, of the first k players, who move one coordinate. */
function sumsOf(movers: readonly Mover[]): number[] {
  const sums = [0];
  for (const { counted, players } of movers)
    for (let player = 0; player < players; player++) sums.push(sums.at(-1)! + (counted[0] ?? 0));
  return sums;
}

/** Rows of H = G / (1 + z·xᵛ). Partial results count sets too, so they stay between 0 and 2ⁿ. */
function takeOut(box: Box, players: number, v: readonly number[], bounds: Bounds): Int32Array {
  const { modulus, bySize, rows, values, cells, strides, lightest } = box;
  const result = new Int32Array(bySize ? players : 1);
  let steps = Infinity;
  let at = 0;
  let back = bySize ? cells : 0;
  for (let k = 0; k < bounds.length; k++) {
    const bound = bounds[k]!;
    if (bound < 0) return result;
    if (v[k]! > 0) steps = Math.min(steps, Math.floor(bound / v[k]!));
    at += bound * strides[k]!;
    back += v[k]! * strides[k]!;
  }
  const [most, weight] = [bounds[0] ?? 0, v[0] ?? 0];
  for (let row = 0; row < Math.min(result.length, rows); row++) {
    const here = at + row * cells;
    if (steps === Infinity) {
      const all = values[here]!;
      result[row] = bySize ? subtract(all, result[row - 1] ?? 0, modulus) : halve(all, modulus);
      continue;
    }
    let last = bySize ? Math.min(steps, row) : steps;
    if (lightest !== null) {
      // From where on even the lightest of so few are too heavy; if of so many, others are not lighter.
      let k = 0;
      while (k <= last && lightest[row - k]! <= most - k * weight) k++;
      last = k - 1;
    }
    let value = 0;
    for (let k = last; k >= 0; k--) value = subtract(values[here - k * back]!, value, modulus);
    result[row] = value;
  }
  return result;
}
