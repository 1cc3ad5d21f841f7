import { deepStrictEqual } from 'node:assert';
import type { Rule, Stakeholder } from '@/core/model';
import { banzhafOf, exactSwings, shapleyShubikOf } from '@/core/power/exact';
import { toGame } from '@/core/power/game';
import { power } from '@/core/power/power';
import { type Benchmark, type Measured, type Row, sideBySide } from './measure';
import { enumerated, enumeratedDoubleMajority, textbookBanzhaf } from './power-peers';
import { randomNumbers } from './random-numbers';

/** Electors by state for 2024 and 2028, largest first. */
const ELECTORS = [
  54, 40, 30, 28, 19, 19, 17, 16, 16, 15, 14, 13, 12, 11, 11, 11, 11, 10, 10, 10, 10, 10, 9, 9, 8, 8, 8, 7, 7,
  6, 6, 6, 6, 6, 6, 5, 5, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3,
];
/** Population of the 27 members of the European Union on 1 January 2023, in thousands (Eurostat). */
const POPULATIONS = [
  84359, 68173, 58997, 48085, 36754, 19055, 17811, 11743, 10828, 10522, 10517, 10414, 9600, 9105, 6448, 5933,
  5564, 5429, 5271, 3851, 2857, 2117, 1883, 1366, 921, 661, 542,
];
const MAJORITY: Rule = { kind: 'quota', dimension: 0, share: { a: 1, b: 2 }, strict: true };
/** Treaty on European Union, article 16(4): 55 % of members with 65 % of people; four members at least block. */
const DOUBLE_MAJORITY: Rule = {
  kind: 'anyOf',
  nodes: [
    {
      kind: 'allOf',
      nodes: [
        { kind: 'members', share: { a: 55, b: 100 }, strict: false },
        { kind: 'quota', dimension: 0, share: { a: 65, b: 100 }, strict: false },
      ],
    },
    { kind: 'allBut', allBut: 3 },
  ],
};

const players = (weights: readonly number[]): Stakeholder[] =>
  weights.map((weight, i) => ({ id: `player-${i}`, weights: [weight] }));
const total = (weights: readonly number[]) => weights.reduce((a, b) => a + b, 0);
const majority = (weights: readonly number[]) => Math.floor(total(weights) / 2) + 1;

function randomWeights(n: number, most: number): number[] {
  const random = randomNumbers(n);
  return Array.from({ length: n }, () => 1 + Math.floor(random() * most));
}

function swingsOf(rule: Rule, weights: readonly number[]): string[] {
  const result = power(rule, players(weights));
  if (result.method !== 'exact') throw new Error('sampled, where an exact answer was expected');
  return result.stakeholders.map(({ banzhafSwings }) => banzhafSwings);
}

/** Banzhaf alone, as `power` counts it where Shapley–Shubik is beyond its bound. */
function banzhaf(weights: readonly number[]): string[] {
  const game = toGame(MAJORITY, players(weights));
  const swings = exactSwings(game, false);
  if (swings === null) throw new Error('the game is within the bound');
  const found = new Array<string>(weights.length);
  for (const [t, { swings: own }] of banzhafOf(game, swings).entries())
    for (const i of game.types[t]?.members ?? []) found[i] = own.toString();
  return found;
}

function shapley(weights: readonly number[]): void {
  const game = toGame(MAJORITY, players(weights));
  const swings = exactSwings(game, true);
  if (swings === null) throw new Error('the game is within the bound');
  shapleyShubikOf(game, swings);
}

/**
 * No npm package computes power indices exactly: the peer is the textbook's way with BigInt, the swings compared. The
 * best correct ones elsewhere (powerindex in Python, go-banzhaf) took `theirs` on a machine of this kind, and ours must
 * take a 60th of that. Of so many in a row, milliseconds for one.
 */
async function besideTextbook(work: string, weights: readonly number[], theirs: number, inARow = 1) {
  deepStrictEqual(banzhaf(weights), textbookBanzhaf(weights, majority(weights)));
  const repeated = (count: () => unknown) => () => {
    for (let k = 0; k < inARow; k++) count();
  };
  const row = await sideBySide(
    `Banzhaf, ${work}`,
    ['ours', repeated(() => banzhaf(weights))],
    ['textbook with BigInt', repeated(() => textbookBanzhaf(weights, majority(weights)))],
    `the same swings; a 60th of the ${theirs} ms of powerindex or go-banzhaf elsewhere`,
    { of: 'ours', atMost: theirs / 60 },
  );
  const each = (measured: Measured) => ({ ...measured, runs: measured.runs.map((run) => run / inARow) });
  return { ...row, ours: each(row.ours), peer: row.peer && each(row.peer) };
}

/** performance.md §2. */
export const benchmark: Benchmark = async () => {
  const small = ELECTORS.slice(0, 20);
  const [w200, w1000] = [randomWeights(200, 1000), randomWeights(1000, 100)];
  deepStrictEqual(swingsOf(MAJORITY, small), enumerated(small, majority(small)));
  const quota = Math.ceil(0.65 * total(POPULATIONS));
  const double = () => swingsOf(DOUBLE_MAJORITY, POPULATIONS);
  const everyCoalition = () => enumeratedDoubleMajority(POPULATIONS, quota, 15, 4);
  deepStrictEqual(double(), everyCoalition());
  const rows: Row[] = [
    await sideBySide(
      'both indices, the 20 largest states',
      ['ours', () => swingsOf(MAJORITY, small)],
      ['every coalition, Banzhaf alone', () => enumerated(small, majority(small))],
      'the same swings',
    ),
    await besideTextbook('51 players, US Electoral College', ELECTORS, 12),
    // Of so small a game the first runs of a process mostly time the engine; a server's thread has counted before.
    await besideTextbook('51 players, US Electoral College, one of 100 in a row', ELECTORS, 12, 100),
    await besideTextbook('27 players, EU populations', POPULATIONS, 2500),
    await besideTextbook('200 players, weights ≤ 1000', w200, 5500),
    await besideTextbook('1000 players, weights ≤ 100', w1000, 18_000),
    await sideBySide(
      'Shapley–Shubik, 200 players, weights ≤ 1000',
      ['ours', () => shapley(w200)],
      null,
      'beyond the bound of aggregation.md §4, which wants it sampled',
      { of: 'ours', atMost: 1000 },
    ),
    await sideBySide(
      'both indices, EU double majority with blocking minority',
      ['ours', double],
      ['every of 2^27 coalitions, Banzhaf alone', everyCoalition],
      'the same swings',
      { of: 'ours', atMost: 1000 },
      3,
    ),
  ];
  return rows;
};
