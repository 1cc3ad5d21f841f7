import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { profile, type Row, small } from './examples/small';
import type { Negotiation } from './model';

const rows = (negotiation: Negotiation) => aggregate(negotiation, { basis: 'stated' }).profiles;

describe('Pareto dominance (§4)', () => {
  it('asks everyone to prefer weakly and someone strictly; strongly asks everyone', () => {
    const [, a] = rows(
      small(
        [1, 1],
        [
          [50, 60],
          [50, 50],
        ],
      ),
    );
    expect(a?.unanimous).toEqual({ necessary: true, expected: true, possible: true });
    const [d] = rows(
      small(
        [1, 1],
        [
          [50, 60],
          [50, 50],
        ],
      ),
    );
    expect(d?.efficient.expected).toBe(false);
    expect(d?.weaklyEfficient.expected).toBe(true);
    const [strong] = rows(
      small(
        [1, 1],
        [
          [50, 60],
          [50, 51],
        ],
      ),
    );
    expect(strong?.weaklyEfficient).toEqual({ necessary: false, expected: false, possible: false });
  });

  it('asks for efficiency under the dual stance, and names who dominates under the stance itself', () => {
    const overlapping: Row[] = [
      [
        [40, 50, 60],
        [55, 70, 80],
      ],
    ];
    const [d, a] = rows(small([1], overlapping));
    expect(a?.unanimous).toEqual({ necessary: false, expected: true, possible: true });
    expect(d?.dominatedBy).toEqual({ necessary: [], expected: ['p1'], possible: ['p1'] });
    expect(d?.efficient).toEqual({ necessary: false, expected: false, possible: true });
    // The default might still turn out better.
    expect(a?.efficient).toEqual({ necessary: false, expected: true, possible: true });
  });

  it('names adoptable profiles only, and computes the others all the same', () => {
    const negotiation = small([1], [[50, 60]], { profiles: [profile(0), profile(1, { adoptable: false })] });
    const [d, a] = rows(negotiation);
    expect(d?.dominatedBy.necessary).toEqual([]);
    expect(d?.efficient.necessary).toBe(true);
    expect(d?.core.necessary).toBe(true);
    expect(a?.verdict).toBe('clears');
    expect(a?.unanimous?.necessary).toBe(true);
  });

  describe('under expected', () => {
    it('leaves the silent out, who stand in the way under the other stances', () => {
      const [, a] = rows(small([2, 1], [[50, 60], null]));
      expect(a?.unanimous).toEqual({ necessary: false, expected: true, possible: true });
    });

    it('needs a quorum of the heard, by the rule without needs', () => {
      expect(rows(small([1, 1], [[50, 60], null]))[1]?.unanimous?.expected).toBe(false);
      const needing = small([2, 1], [[50, 60], null], {
        profiles: [profile(0), profile(1, { needs: { kind: 'includes', stakeholders: [1] } })],
      });
      expect(rows(needing)[1]?.unanimous?.expected).toBe(true);
      expect(rows(needing)[1]?.verdict).toBe('within-reach');
    });

    it('never holds where nobody has spoken, nor strictly for lack of a best score', () => {
      expect(rows(small([1], [null]))[1]?.unanimous).toEqual({
        necessary: false,
        expected: false,
        possible: true,
      });
      const [, , b] = rows(
        small(
          [1, 1, 1],
          [
            [50, 60, 60],
            [50, 60, null],
            [50, 60, 60],
          ],
        ),
      );
      expect(b?.unanimous?.expected).toBe(false);
    });

    it('lets an undefined score pass that is weakly preferred all the same', () => {
      // s1 left the default out, but nothing can be better than 100.
      const [, a] = rows(
        small(
          [1, 1, 1],
          [
            [50, 60],
            [null, 100],
            [50, 60],
          ],
        ),
      );
      expect(a?.unanimous?.expected).toBe(true);
      expect(
        rows(
          small(
            [1, 1, 1],
            [
              [50, 60],
              [null, 99.99],
              [50, 60],
            ],
          ),
        )[1]?.unanimous?.expected,
      ).toBe(false);
    });
  });
});

describe('the core (§4)', () => {
  it('holds what no coalition that could would leave, by the needs of where it would go', () => {
    const twoThirds: Row[] = [
      [50, 60, 70],
      [50, 60, 70],
      [50, 60, 10],
    ];
    expect(rows(small([1, 1, 1], twoThirds)).map(({ core }) => core.necessary)).toEqual([false, false, true]);
    const needing = small([1, 1, 1], twoThirds, {
      profiles: [profile(0), profile(1), profile(2, { needs: { kind: 'includes', stakeholders: [2] } })],
    });
    expect(rows(needing).map(({ core }) => core.necessary)).toEqual([false, true, true]);
  });

  it('under necessary asks that nobody might want to leave', () => {
    const [, a, b] = rows(small([1], [[0, [40, 60, 80], [50, 55, 60]]]));
    expect(a?.core).toEqual({ necessary: false, expected: true, possible: true });
    expect(b?.core).toEqual({ necessary: false, expected: false, possible: true });
  });
});

describe('verdicts (§4)', () => {
  it.each<[string, Row]>([
    ['clears', [50, [51, 60, 70]]],
    ['leans', [50, [50, 60, 70]]],
    ['within-reach', [50, [10, 50, 70]]],
    ['out-of-reach', [50, [10, 20, 50]]],
  ])('%s', (verdict, row) => {
    const [d, a] = rows(small([1], [row]));
    expect(a?.verdict).toBe(verdict);
    expect(d?.verdict).toBe('default');
  });

  it('names those worse off: who strictly prefers the default', () => {
    const [, a] = rows(
      small(
        [1, 1, 1],
        [
          [50, [10, 20, 49]],
          [50, [10, 20, 50]],
          [50, [40, 60, 70]],
        ],
      ),
    );
    expect(a?.worseOff).toEqual({
      necessary: ['s0'],
      expected: ['s0', 's1'],
      possible: ['s0', 's1', 's2'],
    });
  });
});
