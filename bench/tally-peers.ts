import { deepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../scripts/project.mjs';
import { compiled } from './compiled';
import { PROFILES, type TallyInput, writeRows, writeTiles } from './tally-input';

/** Does the work once. @returns milliseconds, as it takes them itself: its arrays are in memory by then. */
export type Peer = () => number;

/** Sums of every pair, as in `TallyKernel`. */
type Sums = Float64Array;

const hasNumpy = (): boolean => {
  try {
    execFileSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * What is on this machine of the program in C with AVX2 and of numpy, on this input. Each answer is held to ours, sum
 * by sum. `end` removes their files.
 */
export function peersOn(input: TallyInput, sums: Sums) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-tallies-'));
  const [file, answer] = [join(folder, 'input'), join(folder, 'sums')];
  const run = (program: string, args: readonly string[]) => {
    const took = Number(execFileSync(program, [...args, answer], { encoding: 'utf8' }));
    deepStrictEqual(new Float64Array(new Uint8Array(readFileSync(answer)).buffer), sums);
    return took;
  };
  const program = compiled('tallies-floor.c', folder, ['-O3', '-march=native']);
  if (program !== null) writeTiles(`${file}.tiles`, input);
  const numpy = hasNumpy();
  if (numpy) writeRows(`${file}.rows`, input);
  return {
    c: program === null ? null : () => run(program, [`${file}.tiles`]),
    numpy: numpy ? () => run('python3', [inProject('bench/tallies-numpy.py'), `${file}.rows`]) : null,
    end: () => rmSync(folder, { recursive: true }),
  };
}

/** A comparison for each stakeholder, pair and stance, as one would first write it. */
export function naive({ n, scores, weightsOf }: TallyInput, sums: Sums): void {
  const pairs = PROFILES * PROFILES * 3;
  const found = new Float64Array(2 * pairs);
  for (let i = 0; i < n; i++) {
    const weight = weightsOf(i)[0] ?? 0;
    const row = i * PROFILES;
    for (let x = 0; x < PROFILES; x++) {
      for (let y = 0; y < PROFILES; y++) {
        if (x === y) continue;
        const preferred = [
          scores.low[row + x]! > scores.high[row + y]!,
          scores.best[row + x]! > scores.best[row + y]!,
          scores.high[row + x]! > scores.low[row + y]!,
        ];
        for (let stance = 0; stance < 3; stance++) {
          if (preferred[stance] !== true) continue;
          const at = (x * PROFILES + y) * 3 + stance;
          found[at]! += 1;
          found[at + pairs]! += weight;
        }
      }
    }
  }
  deepStrictEqual(found, sums);
}

const NAMES = Array.from({ length: PROFILES }, (_, x) => `profile-${x}`);

/** What npm's `votes` takes: each stakeholder's profiles from best to worst, equal ones together, and its weight. */
export function rankings({ n, scores, weightsOf }: TallyInput) {
  return Array.from({ length: n }, (_, i) => {
    const best = scores.best.subarray(i * PROFILES, (i + 1) * PROFILES);
    const levels = [...new Set(best)].sort((a, b) => b - a);
    return {
      ranking: levels.map((level) => NAMES.filter((_, x) => best[x] === level)),
      weight: weightsOf(i)[0] ?? 0,
    };
  });
}

/**
 * `votes`: the weights of every pair at face value, one stance of the three, without counts. Loading it takes 0.3 s,
 * which each of our threads would, that start from this very file.
 */
export async function votes(ballots: ReturnType<typeof rankings>, sums: Sums): Promise<void> {
  const { utils } = await import('votes');
  const { array } = utils.matrixFromBallots(ballots, NAMES);
  const expected = 1;
  const ours = NAMES.map((_, x) =>
    NAMES.map((_, y) => sums[(PROFILES * PROFILES + x * PROFILES + y) * 3 + expected]),
  );
  deepStrictEqual(array, ours);
}
