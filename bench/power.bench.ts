import { deepStrictEqual } from 'node:assert';
import type { Rule, Stakeholder } from '@/core/model';
import { power } from '@/core/power/power';
import { type Benchmark, sideBySide } from './measure';

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

/** Swings of each player by looking at every coalition: 2ⁿ sums, for n up to 24. */
function enumerated(weights: readonly number[]): string[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const sums = new Float64Array(2 ** weights.length);
  const swings = new Float64Array(weights.length);
  for (let S = 1; S < sums.length; S++) {
    sums[S] = (sums[S & (S - 1)] ?? 0) + (weights[31 - Math.clz32(S & -S)] ?? 0);
    if (2 * (sums[S] ?? 0) <= total) continue;
    for (let rest = S; rest !== 0; rest &= rest - 1) {
      const i = 31 - Math.clz32(rest & -rest);
      if (2 * ((sums[S] ?? 0) - (weights[i] ?? 0)) <= total) swings[i] = (swings[i] ?? 0) + 1;
    }
  }
  return Array.from(swings, String);
}

function swingsOf(weights: readonly number[]): string[] {
  const result = power(MAJORITY, players(weights));
  if (result.method !== 'exact') throw new Error('sampled, where an exact answer was expected');
  return result.stakeholders.map(({ banzhafSwings }) => banzhafSwings);
}

/** performance.md §2: Banzhaf and Shapley–Shubik together; a row with a peer has checked that both agree. */
export const benchmark: Benchmark = async () => {
  const small = ELECTORS.slice(0, 20);
  deepStrictEqual(swingsOf(small), enumerated(small));
  return [
    await sideBySide(
      'power, the 20 largest states, against every coalition',
      ['power', () => swingsOf(small)],
      ['enumeration, Banzhaf alone', () => enumerated(small)],
      'the same swings',
    ),
    await sideBySide(
      'power, 51 players, US Electoral College',
      ['power', () => swingsOf(ELECTORS)],
      null,
      'under 1000 ms',
    ),
    await sideBySide(
      'power, 27 players, EU double majority with blocking minority',
      ['power', () => power(DOUBLE_MAJORITY, players(POPULATIONS))],
      null,
      'under 1000 ms; enumeration would look at 2^27 coalitions',
    ),
  ];
};
