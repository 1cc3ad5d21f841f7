import { describe, expect, it, vi } from 'vitest';
import type { PowerResult, Rule, Stakeholder } from '../model';
import { exactSwings } from './exact';
import { toGame } from './game';
import { power } from './power';

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

const holders = (weights: readonly number[]): Stakeholder[] =>
  weights.map((weight, i) => ({ id: `s${i}`, weights: [weight] }));

const MAJORITY: Rule = { kind: 'quota', dimension: 0, share: { a: 1, b: 2 }, strict: true };

/** Electors by state and the District of Columbia, 2012 to 2020. */
const ELECTORS = [
  55, 38, 29, 29, 20, 20, 18, 16, 16, 15, 14, 13, 12, 11, 11, 11, 11, 10, 10, 10, 10, 9, 9, 9, 8, 8, 7, 7, 7,
  6, 6, 6, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3,
];

/** Populations in thousands of the 27 members of the EU (about 2020). */
const POPULATIONS = [
  83155, 67440, 59257, 47394, 37840, 19186, 17475, 11566, 10702, 10682, 10379, 10299, 8933, 6917, 5840, 5534,
  5460, 5007, 4036, 2795, 2108, 1893, 1330, 896, 635, 516, 8777,
];

/** 55 % of the members with 65 % of the population, or all but three members (Lisbon Treaty, Art. 16(4) TEU). */
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

function exactRows(result: PowerResult) {
  if (result.method !== 'exact') throw new Error('expected an exact result');
  return result.stakeholders;
}

function sampledRows(result: PowerResult) {
  if (result.method !== 'sampled') throw new Error('expected a sampled result');
  return result.stakeholders;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Swings for a weighted majority by one polynomial per player, in BigInt: n times slower, and obvious. */
function slowSwings(weights: readonly number[], quota: number): string[] {
  return weights.map((own, i) => {
    const counts = new Array<bigint>(quota).fill(0n);
    counts[0] = 1n;
    for (const w of weights.toSpliced(i, 1)) {
      for (let x = quota - 1; x >= w; x--) counts[x]! += counts[x - w]!;
    }
    return String(counts.slice(Math.max(0, quota - own)).reduce((a, b) => a + b, 0n));
  });
}

/** The same of one player, by the size of the coalition joined. */
function slowSwingsBySize(weights: readonly number[], quota: number, player: number): bigint[] {
  const counts = weights.map(() => new Array<bigint>(quota).fill(0n));
  counts[0]![0] = 1n;
  for (const w of weights.toSpliced(player, 1)) {
    for (let size = counts.length - 1; size > 0; size--) {
      for (let x = quota - 1; x >= w; x--) counts[size]![x]! += counts[size - 1]![x - w]!;
    }
  }
  return counts.map((row) => row.slice(Math.max(0, quota - weights[player]!)).reduce((a, b) => a + b, 0n));
}

describe('power of large games, exactly', () => {
  it('the 51 players of the US Electoral College', () => {
    const rows = exactRows(power(MAJORITY, holders(ELECTORS)));
    expect(rows.map((row) => row.banzhafSwings)).toEqual(slowSwings(ELECTORS, 270));
    expect(sum(rows.map((row) => row.shapleyShubik))).toBeCloseTo(1, 13);
    expect(sum(rows.map((row) => row.banzhaf))).toBeCloseTo(1, 13);
    expect(rows[0]?.shapleyShubik).toBeCloseTo(0.1103, 4);
  });

  it('the double majority of the EU, as 2²⁷ coalitions looked at one by one say', () => {
    const rows = exactRows(power(DOUBLE_MAJORITY, holders(POPULATIONS)));
    // From a C program that enumerates.
    expect(rows.slice(0, 4).map((row) => row.banzhafSwings)).toEqual([
      '14131961',
      '11754679',
      '10394571',
      '8963209',
    ]);
    expect(rows.at(-2)?.banzhafSwings).toBe('2023685');
    expect(rows.at(-1)?.banzhafSwings).toBe('3183605');
    expect(rows[0]?.shapleyShubik).toBeCloseTo(0.177136894317, 11);
    expect(rows.at(-2)?.shapleyShubik).toBeCloseTo(0.008599361308, 11);
  });

  it('counts past 2⁵³', () => {
    const weights = Array.from({ length: 70 }, (_, i) => 1 + ((i * 37) % 23));
    const quota = Math.floor(sum(weights) / 2) + 1;
    const rows = exactRows(power(MAJORITY, holders(weights)));
    expect(rows.map((row) => row.banzhafSwings)).toEqual(slowSwings(weights, quota));
    expect(sum(rows.map((row) => row.shapleyShubik))).toBeCloseTo(1, 13);
  });

  it('counts past 2³¹ by size, as multiplying out by size and weight does', () => {
    const weights = [0, ...Array.from({ length: 39 }, (_, i) => 1 + ((i * 37) % 41))];
    for (const share of [0.1, 0.5, 0.8]) {
      const quota = Math.ceil(sum(weights) * share);
      const rule: Rule = { ...MAJORITY, share: { a: quota, b: sum(weights) }, strict: false };
      const game = toGame(rule, holders(weights));
      const swings = exactSwings(game, true);
      for (const player of [0, 1, 7, 39]) {
        const type = game.types.findIndex(({ members }) => members.includes(player));
        expect(swings?.[type]).toEqual(slowSwingsBySize(weights, quota, player));
      }
    }
  });

  it('enumerates the coalitions of few where weights are too large to count by', () => {
    const weights = Array.from({ length: 14 }, (_, i) => 1e9 - ((i * 7919123) % 1e8));
    const rows = exactRows(power(MAJORITY, holders([...weights, ...new Array<number>(4).fill(0)])));
    expect(sum(rows.map((row) => row.shapleyShubik))).toBeCloseTo(1, 13);
    expect(rows.slice(14).every((row) => row.banzhafSwings === '0')).toBe(true);
    expect(rows.slice(0, 14).every((row) => row.banzhafSwings !== '0')).toBe(true);
  });

  it('divides the weights by their greatest common divisor first', () => {
    const small = power(MAJORITY, holders(ELECTORS));
    expect(power(MAJORITY, holders(ELECTORS.map((w) => w * 10_000_000)))).toEqual(small);
  });

  it('says that nobody has power where the rule is met by nobody, or without anyone', () => {
    for (const a of [0, 1]) {
      const rule: Rule = { kind: 'quota', dimension: 0, share: { a, b: 1 }, strict: a === 1 };
      for (const row of exactRows(power(rule, holders(ELECTORS)))) {
        expect(row).toMatchObject({ banzhafSwings: '0', banzhaf: 0, shapleyShubik: 0 });
      }
    }
  });
});

describe('power, sampled', () => {
  const unequal = Array.from({ length: 26 }, (_, i) => 100_000_007 + ((i * i * 7_654_321) % 900_000_000));

  it('covers the exact indices', () => {
    // The same game in units of 10⁶ is small enough to be solved exactly, and differs by no coalition that counts.
    const units = unequal.map((w) => Math.round(w / 1_000_000));
    const exact = exactRows(power(MAJORITY, holders(units)));
    const rows = sampledRows(power(MAJORITY, holders(unequal)));
    const within = (index: number, [low, high]: readonly [number, number]): boolean =>
      low - 1e-4 <= index && index <= high + 1e-4;
    const misses = rows.filter(
      (row, i) =>
        !within(exact[i]?.banzhaf ?? NaN, row.banzhafInterval) ||
        !within(exact[i]?.shapleyShubik ?? NaN, row.shapleyShubikInterval),
    );
    // 95 % each: of 26 a few may miss.
    expect(misses.length).toBeLessThanOrEqual(5);
    for (const [i, row] of rows.entries()) {
      expect(row.banzhaf).toBeCloseTo(exact[i]?.banzhaf ?? NaN, 2);
      expect(row.shapleyShubik).toBeCloseTo(exact[i]?.shapleyShubik ?? NaN, 2);
    }
  });

  it('is the same each time, and whatever the order of arrival', () => {
    const stakeholders = holders(unequal);
    const first = power(MAJORITY, stakeholders);
    const again = power(MAJORITY, stakeholders.toReversed());
    expect(again).toEqual({ ...first, stakeholders: first.stakeholders.toReversed() });
  });

  it('draws from another seed for other weights or another rule', () => {
    const seeds = [
      power(MAJORITY, holders(unequal)),
      power(MAJORITY, holders(unequal.with(0, 100_000_009))),
      power({ ...MAJORITY, share: { a: 2, b: 3 } }, holders(unequal)),
    ].map((result) => (result.method === 'sampled' ? result.seed : 'exact'));
    expect(new Set(seeds).size).toBe(3);
  });

  it('leaves an interval for whom it never saw swing', () => {
    const rows = sampledRows(power(MAJORITY, holders([...unequal, 1])));
    const last = rows.at(-1);
    expect(last?.shapleyShubik).toBe(0);
    expect(last?.shapleyShubikInterval[0]).toBe(0);
    expect(last?.shapleyShubikInterval[1]).toBeGreaterThan(0);
    expect(last?.banzhafInterval[1]).toBeGreaterThan(0);
  });

  it('keeps the Banzhaf index exact where only Shapley–Shubik is past the bound', () => {
    // Of 1,500 stakeholders all but 30 weigh nothing, so the indices are those of the 30 among themselves.
    const weights = Array.from({ length: 30 }, (_, i) => 1 + ((i * 7919) % 67));
    const few = exactRows(power(MAJORITY, holders(weights)));
    const rows = sampledRows(power(MAJORITY, holders([...weights, ...new Array<number>(1470).fill(0)])));
    for (const [i, row] of rows.entries()) {
      const index = few[i]?.banzhaf ?? 0;
      expect(row).toMatchObject({ banzhafSwings: null, banzhaf: index, banzhafInterval: [index, index] });
    }
  });

  it('sees players who only differ by name as one', () => {
    const weights = [...new Array<number>(20).fill(123_456_789), ...unequal.slice(0, 10)];
    const rows = sampledRows(power(MAJORITY, holders(weights)));
    const { id: _, ...first } = rows[0]!;
    for (const { id: __, ...row } of rows.slice(1, 20)) expect(row).toEqual(first);
  });
});
