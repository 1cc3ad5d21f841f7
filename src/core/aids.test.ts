import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { ballot, profile, type Row, small, triple } from './examples/small';
import type { Negotiation } from './model';

const aidsOf = (negotiation: Negotiation) => aggregate(negotiation, { basis: 'stated' }).aids.expected;

describe('bargaining aids (§4)', () => {
  it('weigh gains by the first dimension, or take the largest least gain', () => {
    const rows: Row[] = [
      [0, 30, 20],
      [0, 5, 10],
    ];
    expect(aidsOf(small([2, 1], rows))).toEqual({
      utilitarian: { id: 'p1', value: '65' },
      egalitarian: { id: 'p2', value: '10' },
    });
  });

  it('look at those alone who gain in every profile that clears', () => {
    const rows: Row[] = [
      [50, 60, 55],
      [50, 60, 55],
      [50, 100, 0],
      // Clears with nobody but the first two.
    ];
    expect(aidsOf(small([1, 1, 1], rows))).toEqual({
      utilitarian: { id: 'p1', value: '20' },
      egalitarian: { id: 'p1', value: '10' },
    });
  });

  it('are null where nothing adoptable clears, or nobody gains in all that does', () => {
    const nothing = { utilitarian: null, egalitarian: null };
    expect(aidsOf(small([1], [[50, 40]]))).toEqual(nothing);
    const unadoptable = [profile(0), profile(1, { adoptable: false })];
    expect(aidsOf(small([1], [[50, 60]], { profiles: unadoptable }))).toEqual(nothing);
    const apart = small(
      [1, 1],
      [
        [50, 60, 40],
        [50, 40, 60],
      ],
      { rule: { kind: 'count', atLeast: 1 } },
    );
    expect(aidsOf(apart)).toEqual(nothing);
  });

  it('name the smallest id among equals, wherever it stands', () => {
    const profiles = [profile(0), profile(1, { id: 'b' }), profile(2, { id: 'a' })];
    const { utilitarian, egalitarian } = aidsOf(small([1], [[50, 60, 60]], { profiles }));
    expect([utilitarian?.id, egalitarian?.id]).toEqual(['a', 'a']);
  });

  it('count heads where there is no dimension', () => {
    const negotiation = small(
      [7, 9],
      [
        [50, 60],
        [50, 55],
      ],
      {
        dimensions: [],
        rule: { kind: 'count', atLeast: 2 },
      },
    );
    expect(aidsOf(negotiation).utilitarian?.value).toBe('15');
  });

  it('add up exactly past 2⁵³ and across denominators', () => {
    const content = {
      kind: 'criteria',
      weights: [999, 1],
      scores: new Map([
        [0, [triple(0), triple(0)]],
        [1, [triple(100), triple(99.99)]],
      ]),
    } as const;
    const negotiation = small([1_000_000_000, 1_000_000_000], [], {
      criteria: ['a', 'b'],
      ballots: [ballot(0, [], { content }), ballot(1, [0, 100])],
    });
    // 10⁹ · 100 + 10⁹ · (100 − 1/100000).
    expect(aidsOf(negotiation).utilitarian?.value).toBe('199999990000');
    const many = Array.from({ length: 2000 }, () => 999_999_999);
    const crowd = small(
      many,
      many.map((): Row => [0, 99.99]),
    );
    expect(aidsOf(crowd).utilitarian?.value).toBe(`${(999_999_999n * 2000n * 9999n) / 100n}`);
  });
});
