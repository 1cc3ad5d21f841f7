import { deepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scores } from '@/core/scores';
import { PairTallies } from '@/core/tally/pair-tallies';
import { plainKernel } from '@/core/tally/plain-kernel';
import { simdKernel } from '@/core/tally/simd-kernel';
import type { TallyKernel } from '@/core/tally/tally-kernel';
import { COLUMNS, fillTile, fillWeights, TILE } from '@/core/tally/tile';
import { inProject } from '../scripts/project.mjs';
import { type Benchmark, type Row, sideBySide } from './measure';
import { randomNumbers } from './random-numbers';

const PROFILES = 64;
/** performance.md asks for 1,000,000, which takes 5 GB here. */
const STAKEHOLDERS = Number(process.env['PARLEY_BENCH_STAKEHOLDERS'] ?? 100_000);
const RUNS = 5;

interface Input {
  readonly scores: Scores;
  readonly weightsOf: (stakeholder: number) => readonly number[];
}

/** Intervals around a worth that all know, weights up to the largest allowed. */
function input(n: number, dimensions: number): Input {
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
  return { scores, weightsOf: (i) => weights[i]! };
}

const by = (kernel: TallyKernel | null, dimensions: number, { scores, weightsOf }: Input) => {
  if (kernel === null) throw new Error('this engine has no WebAssembly SIMD');
  new PairTallies(PROFILES, dimensions).applyAll(scores, weightsOf, kernel);
  return kernel.sums;
};
const simd = (dimensions: number, from: Input) => by(simdKernel(PROFILES, dimensions), dimensions, from);
const plain = (dimensions: number, from: Input) => by(plainKernel(PROFILES, dimensions), dimensions, from);

function rowByRow(dimensions: number, { scores, weightsOf }: Input): PairTallies {
  const tallies = new PairTallies(PROFILES, dimensions);
  for (let i = 0; i < scores.stakeholders; i++) tallies.apply(scores, i, weightsOf(i), 1);
  return tallies;
}

/** The same tiles for the program in C. */
function writeTiles(file: string, { scores, weightsOf }: Input): void {
  const out = openSync(file, 'w');
  const tiles = Math.ceil(scores.stakeholders / TILE);
  writeSync(out, Int32Array.of(tiles, PROFILES, 1));
  for (let tile = 0; tile < tiles; tile++) {
    const columns = new Int16Array(PROFILES * COLUMNS * TILE);
    const halves = new Int16Array(2 * TILE);
    const length = Math.min(TILE, scores.stakeholders - tile * TILE);
    fillTile(columns, scores, tile * TILE, length);
    fillWeights(halves, 1, weightsOf, tile * TILE, length);
    // Beyond the last stakeholder nobody prefers anything: no best score there is below another.
    for (let x = 0; x < PROFILES; x++) {
      const at = (x * COLUMNS + 2) * TILE;
      columns.fill(32_767, at + length, at + TILE);
    }
    writeSync(out, columns);
    writeSync(out, halves);
  }
  closeSync(out);
}

function compiled(folder: string): string | null {
  const program = join(folder, 'floor');
  try {
    const options = ['-O3', '-march=native', inProject('bench/tallies-floor.c'), '-o', program];
    execFileSync('gcc', options, { stdio: 'ignore' });
    return program;
  } catch {
    return null;
  }
}

/** Ours and the program in C in turns; both have their arrays in memory, and ours makes its tiles in that time too. */
function besideC(from: Input): Row {
  const folder = mkdtempSync(join(tmpdir(), 'parley-tallies-'));
  try {
    const program = compiled(folder);
    const [tiles, sums] = [join(folder, 'tiles'), join(folder, 'sums')];
    if (program !== null) writeTiles(tiles, from);
    const [ours, floor]: [number[], number[]] = [[], []];
    for (let turn = -1; turn < RUNS; turn++) {
      const began = performance.now();
      const mine = simd(1, from);
      const took = performance.now() - began;
      const theirs =
        program === null ? 0 : Number(execFileSync(program, [tiles, sums], { encoding: 'utf8' }));
      if (turn < 0) {
        if (program !== null)
          deepStrictEqual(new Float64Array(new Uint8Array(readFileSync(sums)).buffer), mine.slice());
        continue;
      }
      ours.push(took);
      floor.push(theirs);
    }
    return {
      work: `all pair tallies, one dimension, n = ${from.scores.stakeholders}, m = ${PROFILES}`,
      ours: { name: 'WebAssembly SIMD', runs: ours },
      peer: program === null ? null : { name: 'C with AVX2', runs: floor },
      note: program === null ? 'no gcc here' : 'at most 2 ×; the sums are equal',
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** performance.md §1. */
export const benchmark: Benchmark = async () => {
  const one = input(STAKEHOLDERS, 1);
  const few = input(Math.min(STAKEHOLDERS, 10_000), 1);
  const eight = input(Math.min(STAKEHOLDERS, 20_000), 8);
  const single = { ...eight, weightsOf: (i: number) => eight.weightsOf(i).slice(0, 1) };
  const n = few.scores.stakeholders;
  const changed = new PairTallies(PROFILES, 1);
  changed.applyAll(few.scores, few.weightsOf);
  return [
    besideC(one),
    await sideBySide(
      `the same, n = ${n}`,
      ['WebAssembly SIMD', () => simd(1, few)],
      ['masks in JavaScript', () => plain(1, few)],
      'the second where the first is missing',
    ),
    await sideBySide(
      `the same, n = ${n}`,
      ['masks in JavaScript', () => plain(1, few)],
      ['row by row', () => rowByRow(1, few)],
      '',
    ),
    await sideBySide(
      `eight dimensions, n = ${eight.scores.stakeholders}`,
      ['WebAssembly SIMD', () => simd(8, eight)],
      ['one dimension', () => simd(1, single)],
      'at most 5 ×',
    ),
    await sideBySide(
      `1,000 ballots changed, m = ${PROFILES}, n = ${n}`,
      [
        'out and in',
        () => {
          for (let i = 0; i < 1000; i++) {
            changed.apply(few.scores, i, few.weightsOf(i), -1);
            changed.apply(few.scores, i, few.weightsOf(i), 1);
          }
        },
      ],
      null,
      'at most 90 ms',
    ),
  ];
};
