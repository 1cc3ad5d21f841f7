import { type Adder, adderFor } from './adder';
import { accumulate, atMost, type Box, emptyBox, join, sizeOf } from './box';
import { DOUBLINGS, halve, type Modulus, subtract } from './modular';

/** Players of one kind in one count: how far each moves the coordinates when it is counted, or when it is not. */
export interface Mover {
  readonly counted: readonly number[];
  readonly uncounted: readonly number[];
  readonly players: number;
}

/** Inclusive bounds on the coordinates; a negative one is kept by no set. */
export type Bounds = readonly number[];

/** How many sets of players keep given bounds? By number of players in the set where `bySize`. */
export interface Questions {
  readonly movers: readonly Mover[];
  /** One more than the largest bound asked about, per coordinate. */
  readonly extents: readonly number[];
  readonly bySize: boolean;
  /** About sets of all the players. */
  readonly all: readonly Bounds[];
  /** Per mover, about sets of all the players but one of that kind. */
  readonly without: readonly (readonly Bounds[])[];
}

/** Entries of one answer about k players: sizes 0 to k, or a single one. */
export const answerLength = ({ bySize }: Questions, players: number): number => (bySize ? players + 1 : 1);

export const playersOf = ({ movers }: Questions): number =>
  movers.reduce((sum, { players }) => sum + players, 0);

/**
 * The answers, one after the other, `all` first, for movers that move nothing uncounted.
 *
 * One pass builds the generating function Π (1 + z·xᵛ). A player is taken out of its accumulated form without
 * another: H(x) = G(x) − H(x − v), unrolled to an alternating sum along v. Cost: n · rows · cells additions, and
 * at most min(rows, x/v) more per entry of an answer.
 */
export function countSets(
  questions: Questions,
  modulus: Modulus,
  adder: Adder = adderOf(questions),
): Float64Array {
  const box = generatingFunction(questions, modulus, adder);
  const answers = [
    ...questions.all.map((bounds) => wholeOf(box, bounds)),
    ...questions.movers.flatMap(({ counted }, t) =>
      (questions.without[t] ?? []).map((bounds) => takeOut(box, counted, bounds)),
    ),
  ];
  const flat = new Float64Array(answers.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const answer of answers) {
    flat.set(answer, at);
    at += answer.length;
  }
  return flat;
}

/** For any number of counts, one after the other. */
export function adderOf(questions: Questions): Adder {
  return adderFor(sizeOf(questions.extents, playersOf(questions), questions.bySize));
}

/** The lightest join first, while there is little that can be other than zero. */
function generatingFunction(questions: Questions, modulus: Modulus, adder: Adder): Box {
  const { movers, extents, bySize } = questions;
  const box = emptyBox(extents, playersOf(questions), bySize, modulus, adder.values);
  const vectors = movers
    .toSorted((a, b) => (a.counted[0] ?? 0) - (b.counted[0] ?? 0))
    .flatMap(({ counted, players }) => new Array<readonly number[]>(players).fill(counted));
  const reaches = [extents.map(() => 0)];
  for (const [k, vector] of vectors.entries()) reaches.push(reaches[k]!.map((sum, c) => sum + vector[c]!));
  const lightest = extents.length === 1 ? reaches.map(([sum]) => sum!) : null;
  for (let joined = 0; joined < vectors.length; joined += DOUBLINGS) {
    const together = vectors
      .slice(joined, joined + DOUBLINGS)
      .map((vector, k) => ({ vector, joined: joined + k, reach: reaches[joined + k]! }));
    join(box, adder, together, lightest);
  }
  accumulate(box);
  return box;
}

function wholeOf(box: Box, bounds: Bounds): Float64Array {
  return Float64Array.from({ length: box.rows }, (_, row) => atMost(box, row, bounds));
}

/** Rows of H = G / (1 + z·xᵛ). Partial results count sets too, so they stay between 0 and 2ⁿ. */
function takeOut(box: Box, v: readonly number[], bounds: Bounds): Float64Array {
  const { modulus, bySize, values, cells, strides } = box;
  const result = new Float64Array(bySize ? box.rows - 1 : 1);
  if (bounds.some((b) => b < 0)) return result;
  const steps = bounds.reduce((s, b, k) => (v[k]! > 0 ? Math.min(s, Math.floor(b / v[k]!)) : s), Infinity);
  const at = bounds.reduce((sum, b, k) => sum + b * strides[k]!, 0);
  for (let row = 0; row < result.length; row++) {
    const here = at + row * cells;
    if (steps === Infinity) {
      const all = values[here]!;
      result[row] = bySize ? subtract(all, result[row - 1] ?? 0, modulus) : halve(all, modulus);
      continue;
    }
    const back = v.reduce((sum, x, k) => sum + x * strides[k]!, bySize ? cells : 0);
    let value = 0;
    for (let k = bySize ? Math.min(steps, row) : steps; k >= 0; k--) {
      value = subtract(values[here - k * back]!, value, modulus);
    }
    result[row] = value;
  }
  return result;
}
