import { closeSync, openSync, writeSync } from 'node:fs';
import { Scores } from '@/core/scores';
import { randomNumbers } from './random-numbers';

export const PROFILES = 64;

export interface TallyInput {
  readonly n: number;
  readonly dimensions: number;
  readonly scores: Scores;
  readonly weightsOf: (stakeholder: number) => readonly number[];
}

/** Intervals around a worth that all know; weights up to the largest allowed. */
export function tallyInput(n: number, dimensions: number): TallyInput {
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
  const weights = Array.from({ length: n }, () => Array.from({ length: dimensions }, () => whole(1e9 + 1)));
  return {
    n,
    dimensions,
    scores,
    weightsOf: (i) => weights[i]!,
  };
}

/** Stakeholders in a tile of the program in C. */
const TILE = 512;

/** Tiles for the program in C (tallies-floor.c says what lies where). Whoever is not there prefers nothing: all is 0. */
export function writeTiles(file: string, { n, scores, weightsOf }: TallyInput): void {
  const out = openSync(file, 'w');
  const tiles = Math.ceil(n / TILE);
  writeSync(out, Int32Array.of(tiles, PROFILES, 1));
  for (let tile = 0; tile < tiles; tile++) {
    const columns = new Int16Array(PROFILES * 4 * TILE);
    const halves = new Int16Array(2 * TILE);
    const from = tile * TILE;
    for (let i = 0; i < Math.min(TILE, n - from); i++) {
      for (let x = 0; x < PROFILES; x++) {
        const score = (from + i) * PROFILES + x;
        const { low, best, high } = scores;
        const four = [low[score]!, best[score]!, best[score]!, high[score]!];
        for (const [column, each] of four.entries()) columns[(x * 4 + column) * TILE + i] = each;
      }
      const weight = weightsOf(from + i)[0] ?? 0;
      halves[i] = weight & 32_767;
      halves[TILE + i] = weight >>> 15;
    }
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
