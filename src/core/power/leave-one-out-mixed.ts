import { plainAdder } from './adder';
import { accumulate, atMost, type Box, emptyBox, lines } from './box';
import { type Answers, type Bounds, type Mover, playersOf, type Questions } from './leave-one-out';
import { add, type Modulus } from './modular';

/**
 * The answers of `countSets` where some coordinates are moved by who is counted and others by who is not. The
 * factor of a player is z·xᵃ + xᵇ then, which cannot be divided out of a truncated series; so the kinds of player
 * are halved again and again, each half multiplied in for the other: n·(1 + log₂ kinds) products instead of n.
 */
export function countMixedSets(questions: Questions, modulus: Modulus): Answers {
  const { movers, extents, bySize } = questions;
  const players = playersOf(questions);
  const answer = (box: Box, bounds: Bounds, others: number): Int32Array =>
    Int32Array.from({ length: bySize ? others + 1 : 1 }, (_, row) => atMost(box, row, bounds));
  const without: Answers['without'][number][] = [];
  const descend = (box: Box, counted: number, from: number, to: number): void => {
    const [mover] = movers.slice(from, to);
    if (mover === undefined) return;
    if (to - from === 1) {
      const rest = multiply(box, mover, mover.players - 1, counted);
      accumulate(rest, plainAdder(rest.values), players - 1);
      const less = (bounds: Bounds, v: readonly number[]) =>
        answer(
          rest,
          bounds.map((b, c) => b - v[c]!),
          players - 1,
        );
      without[from] = questions.bounds.map((bounds) => ({
        counted: less(bounds, mover.counted),
        uncounted: less(bounds, mover.uncounted),
      }));
      return;
    }
    const middle = (from + to) >> 1;
    const halves = [
      { keep: [from, middle], join: [middle, to] },
      { keep: [middle, to], join: [from, middle] },
    ] as const;
    for (const { keep, join } of halves) {
      let [product, joined] = [box, counted];
      for (const other of movers.slice(join[0], join[1])) {
        product = multiply(product, other, other.players, joined);
        joined += other.players;
      }
      descend(product, joined, keep[0], keep[1]);
    }
  };
  const empty = emptyBox(extents, players, bySize, modulus);
  descend(empty, 0, 0, movers.length);
  if (!questions.all) return { all: [], without };
  let [product, joined] = [empty, 0];
  for (const mover of movers) {
    product = multiply(product, mover, mover.players, joined);
    joined += mover.players;
  }
  const whole = { ...product, values: product.values.slice() };
  accumulate(whole, plainAdder(whole.values), players);
  return { all: questions.bounds.map((bounds) => answer(whole, bounds, players)), without };
}

/** The box times (z·xᵃ + xᵇ)^times, in a new array; `joined` players were multiplied in before. */
function multiply(box: Box, { counted, uncounted }: Mover, times: number, joined: number): Box {
  let product: Box = { ...box, values: box.values.slice() };
  for (let k = 0; k < times; k++) {
    const next: Box = { ...box, values: new Int32Array(box.values.length) };
    const rows = box.bySize ? Math.min(joined + k + 1, box.rows) : 1;
    for (let row = 0; row < rows; row++) {
      addShifted(next, row, product.values, row, uncounted);
      if (!box.bySize || row + 1 < box.rows) {
        addShifted(next, box.bySize ? row + 1 : 0, product.values, row, counted);
      }
    }
    product = next;
  }
  return product;
}

function addShifted(into: Box, row: number, from: Int32Array, fromRow: number, v: readonly number[]): void {
  const { extents, strides, cells, values, modulus } = into;
  if (v.some((x, k) => x >= (extents[k] ?? 0))) return;
  const shift = v.reduce((sum, x, k) => sum + x * (strides[k] ?? 0), 0);
  const last = extents.length - 1;
  const low = v[last] ?? 0;
  const length = (extents[last] ?? 1) - low;
  const tops = extents.map((extent) => extent - 1);
  for (const start of lines(v, tops, strides)) {
    const target = start + low;
    const [to, source] = [row * cells + target, fromRow * cells + target - shift];
    for (let k = 0; k < length; k++) {
      values[to + k] = add(values[to + k]!, from[source + k]!, modulus);
    }
  }
}
