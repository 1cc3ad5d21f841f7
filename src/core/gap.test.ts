import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { MAJORITY, profile, type Row, small } from './examples/small';
import type { Joiners, Negotiation } from './model';

const gapOf = (negotiation: Negotiation, stance: 'necessary' | 'expected' = 'expected') =>
  aggregate(negotiation, { basis: 'stated' }).profiles[1]!.gap?.[stance];

/** Rows whose gain from the default to profile 1 is this many points. */
const gains = (...points: readonly number[]): Row[] => points.map((gain) => [50, 50 + gain]);

describe('the gap to the bar (§4)', () => {
  it('is what a gain must rise by to reach a hundredth of a point', () => {
    const gap = gapOf(small([1, 1, 1], gains(10, -5, -20)));
    const nearest = { joiners: ['s1'], count: 1, shift: '501/100', proven: true };
    expect(gap).toEqual({ leastShift: nearest, fewestJoiners: nearest, silentSuffice: false });
  });

  it('tells the cheapest joiners from the fewest', () => {
    const gap = gapOf(small([1, 3, 3, 6], gains(10, -1, -1, -10)));
    expect(gap?.leastShift).toMatchObject({ joiners: ['s1', 's2'], shift: '101/50' });
    expect(gap?.fewestJoiners).toMatchObject({ joiners: ['s3'], count: 1, shift: '1001/100' });
  });

  it('breaks ties of shift by number, and ties of number by shift', () => {
    // Two at a point and a hundredth are as dear as the one at two points and two hundredths.
    const gap = gapOf(small([1, 2, 2, 4, 4], gains(10, -1, -1, -2.01, -3), { rule: atLeast(5) }));
    expect(gap?.leastShift).toMatchObject({ joiners: ['s3'], shift: '101/50' });
    expect(gap?.fewestJoiners).toMatchObject({ joiners: ['s3'], shift: '101/50' });
  });

  it('is null where the profile clears, and its answers where nobody’s joining suffices', () => {
    expect(gapOf(small([1, 1], gains(10, 10)))).toBeNull();
    const unheard = gapOf(small([1, 1, 3], [...gains(10, -10), null]));
    expect(unheard).toEqual({ leastShift: null, fewestJoiners: null, silentSuffice: true });
  });

  it('lets the silent join under necessary, where their gain is defined', () => {
    const gap = gapOf(small([1, 1, 3], [...gains(10, -10), null]), 'necessary');
    expect(gap?.leastShift).toMatchObject({ joiners: ['s2'], shift: '10001/100' });
  });

  it('finds fewer joiners than the first set that comes to mind, where two dimensions ask at once', () => {
    const weights = [
      [1, 1],
      [1, 1],
      [3, 3],
      [5, 1],
      [3, 3],
      [5, 1],
      [3, 5],
      [1, 1],
    ];
    const rows = gains(-0.02, -0.02, -0.02, -0.02, -0.02, -0.03, -0.03, 0);
    const negotiation = small(
      weights.map(() => 1),
      rows,
      {
        dimensions: ['d0', 'd1'],
        stakeholders: weights.map((own, i) => ({ id: `s${i}`, weights: own })),
        profiles: [
          profile(0),
          profile(1, { needs: { kind: 'quota', dimension: 1, share: { a: 1, b: 3 }, strict: true } }),
        ],
      },
    );
    expect(gapOf(negotiation)?.fewestJoiners).toMatchObject({ count: 3, shift: '11/100', proven: true });
    expect(gapOf(negotiation)?.leastShift).toMatchObject({ count: 4, shift: '1/10', proven: true });
  });

  it('asks for whom the profile needs', () => {
    const negotiation = small([5, 1, 1], gains(10, -10, -1), {
      profiles: [profile(0), profile(1, { needs: { kind: 'includes', stakeholders: [1] } })],
    });
    expect(gapOf(negotiation)?.leastShift).toMatchObject({ joiners: ['s1'], count: 1 });
  });

  it('proves a quota of equal weights whatever its size', () => {
    const n = 200;
    const negotiation = small(
      Array.from({ length: n }, () => 7),
      gains(...Array.from({ length: n }, (_, i) => -((i * 31) % 83))),
    );
    const gap = gapOf(negotiation);
    expect(gap?.leastShift).toMatchObject({ count: 101, proven: true });
    expect(gap?.fewestJoiners).toEqual(gap?.leastShift);
  });

  it('proves a members rule whatever its size', () => {
    const negotiation = small(
      Array.from({ length: 200 }, () => 1),
      gains(...Array.from({ length: 200 }, (_, i) => -(i % 37))),
      { rule: { kind: 'allBut', allBut: 50 } },
    );
    const gap = gapOf(negotiation);
    expect(gap?.leastShift).toMatchObject({ count: 150, proven: true });
    expect(gap?.fewestJoiners).toEqual(gap?.leastShift);
  });
});

function atLeast(weight: number): Negotiation['rule'] {
  return { kind: 'quota', dimension: 0, share: { a: weight, b: 13 }, strict: false };
}

/** Even shifts equal to the weights and an odd quota: a bound of the knapsack kind is never tight. */
function adversarial(n: number): Negotiation {
  // Shift = 1 − gain hundredths, so a shift of 2k wants a gain of 1 − 2k.
  const shifts = Array.from({ length: n }, (_, i) => 2 * (1500 + ((i * 7919) % 3001)));
  const total = shifts.reduce((sum, shift) => sum + shift, 0);
  const half = Math.floor(total / 2);
  return small(
    shifts,
    shifts.map((shift): Row => [100, (10_001 - shift) / 100]),
    {
      rule: {
        kind: 'quota',
        dimension: 0,
        share: { a: half % 2 === 1 ? half : half + 1, b: total },
        strict: false,
      },
    },
  );
}

const weightOf = (negotiation: Negotiation, { joiners }: Joiners) =>
  negotiation.stakeholders
    .filter(({ id }) => typeof joiners !== 'number' && joiners.includes(id))
    .reduce((sum, { weights }) => sum + weights[0]!, 0);

describe('an adversarial covering problem', () => {
  it('of 40 candidates ends within its budget: a sound set, not proven, the same each time', () => {
    const negotiation = adversarial(40);
    const gap = gapOf(negotiation);
    const { rule } = negotiation;
    const quota = rule.kind === 'quota' ? rule.share.a : 0;
    for (const found of [gap?.leastShift, gap?.fewestJoiners]) {
      if (found === null || found === undefined) throw new Error('no joiners');
      const weight = weightOf(negotiation, found);
      expect(weight).toBeGreaterThanOrEqual(quota);
      // Shifts are the weights, in hundredths.
      const [num = 0, den = 1] = found.shift.split('/').map(Number);
      expect((num / den) * 100).toBeCloseTo(weight, 6);
    }
    expect(gap?.leastShift?.proven).toBe(false);
    expect(gapOf(negotiation)).toEqual(gap);
  });

  it('of 24 candidates is proven', () => {
    const gap = gapOf(adversarial(24));
    expect(gap?.leastShift?.proven).toBe(true);
    expect(gap?.fewestJoiners?.proven).toBe(true);
  });

  it('names the same people whatever the order of the file', () => {
    const negotiation = adversarial(40);
    const back = negotiation.stakeholders.length - 1;
    const reversed: Negotiation = {
      ...negotiation,
      stakeholders: negotiation.stakeholders.toReversed(),
      ballots: negotiation.ballots.map((ballot) => ({ ...ballot, stakeholder: back - ballot.stakeholder })),
    };
    for (const answer of ['leastShift', 'fewestJoiners'] as const) {
      const [one, other] = [gapOf(negotiation)?.[answer]?.joiners, gapOf(reversed)?.[answer]?.joiners];
      if (!Array.isArray(one) || !Array.isArray(other)) throw new Error('no joiners');
      expect(other.toReversed()).toEqual(one);
    }
  });
});

it('takes the exact sum of shifts whose denominators differ beyond any common one', () => {
  // 60 stakeholders with Σ cₖ = 941 … 1000: no common denominator fits a double.
  const n = 60;
  const negotiation = small(
    Array.from({ length: n }, () => 1),
    [],
    {
      rule: MAJORITY,
      criteria: ['a', 'b'],
      ballots: Array.from({ length: n }, (_, i) => ({
        stakeholder: i,
        at: '2026-01-01T00:00:00.000Z',
        provisional: false,
        without: new Map(),
        content: {
          kind: 'criteria',
          weights: [940 + i, 1],
          scores: new Map([
            [
              0,
              [
                [5000, 5000, 5000],
                [5000, 5000, 5000],
              ],
            ],
            [
              1,
              [
                [5000, 5000, 5000],
                [4000, 4000, 4000],
              ],
            ],
          ]),
        },
      })),
    },
  );
  const gap = gapOf(negotiation);
  expect(gap?.leastShift?.count).toBe(31);
  // The shift of i is 1 + 1000 / (941 + i) hundredths; the largest denominators are the cheapest.
  const expected = Array.from({ length: 31 }, (_, k) => 1 + 1000 / (1000 - k)).reduce((a, b) => a + b, 0);
  const [num = '', den = ''] = gap?.leastShift?.shift.split('/') ?? [];
  expect((Number((BigInt(num) * 10n ** 15n) / BigInt(den)) / 1e15) * 100).toBeCloseTo(expected, 9);
});
