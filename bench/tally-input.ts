import { closeSync, openSync, writeSync } from 'node:fs';
import { Scores } from '@/core/scores';
import { COLUMNS, fillTile, fillWeights, preferNothing, TILE } from '@/core/tally/tile';
import { randomNumbers } from './random-numbers';

export const PROFILES = 64;

export interface TallyInput {
  readonly n: number;
  readonly dimensions: number;
  readonly scores: Scores;
  readonly weightsOf: (stakeholder: number) => readonly number[];
}

/** Intervals around a worth that all know; weights up to the largest allowed, or as few as are asked for. */
export function tallyInput(n: number, dimensions: number, differentWeights = 1e9 + 1): TallyInput {
  const random = randomNumbers(20261129);
  const whole = (bound: number) => Math.floor(random() * bound);
  const scores = new Scores(new Array<null>(n).fill(null), PROFILES);
  scores.silent.fill(0);
  scores.denominator.fill(1);
  const worth = Array.from({ length: PROFILES }, () => 2000 + whole(5000));
  for (let at = 0; at < n * PROFILES; at++) {
    const low = worth[at % PROFILES]! + whole(2000);
    scores.low[at] = low;
    scores.best[at] = low + whole(300);
    scores.high[at] = scores.best[at]! + whole(300);
  }
  const step = Math.floor((1e9 + 1) / differentWeights);
  const weights = Array.from({ length: n }, () =>
    Array.from({ length: dimensions }, () => step * whole(differentWeights)),
  );
  return {
    n,
    dimensions,
    scores,
    weightsOf: (i) => weights[i]!,
  };
}

/** The tiles that ours makes, for the program in C (tallies-floor.c says what lies where). */
export function writeTiles(file: string, { n, scores, weightsOf }: TallyInput): void {
  const out = openSync(file, 'w');
  const tiles = Math.ceil(n / TILE);
  writeSync(out, Int32Array.of(tiles, PROFILES, 1));
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const weights = Int32Array.from({ length: n }, (_, i) => weightsOf(i)[0] ?? 0);
  for (let tile = 0; tile < tiles; tile++) {
    const columns = new Int16Array(PROFILES * COLUMNS * TILE);
    const halves = new Int16Array(2 * TILE);
    const length = Math.min(TILE, n - tile * TILE);
    fillTile(columns, scores, order, tile * TILE, length);
    fillWeights(halves, weights, order, tile * TILE, length);
    for (let x = 0; x < PROFILES; x++) preferNothing(columns, x, length, TILE);
    writeSync(out, columns);
    writeSync(out, halves);
  }
  closeSync(out);
}

/** Scores and weights in the order of the stakeholders, for numpy (tallies-numpy.py says what lies where). */
export function writeRows(file: string, { n, scores, weightsOf }: TallyInput): void {
  const out = openSync(file, 'w');
  writeSync(out, Int32Array.of(n, PROFILES));
  // In pieces: one write moves at most 2 GB.
  for (const column of [scores.low, scores.best, scores.high])
    for (let at = 0; at < column.length; at += 1 << 22)
      writeSync(out, Int16Array.from(column.subarray(at, at + (1 << 22))));
  writeSync(
    out,
    Float64Array.from({ length: n }, (_, i) => weightsOf(i)[0] ?? 0),
  );
  closeSync(out);
}
