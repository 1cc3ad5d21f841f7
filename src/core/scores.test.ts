import { describe, expect, it } from 'vitest';
import { ballot, type Entry, triple } from './examples/small';
import { type Ballot, STANCES, type Triple } from './model';
import { Scores } from './scores';

const scores = (...entries: readonly Entry[]) => new Scores([ballot(0, entries)], entries.length);

/** Under which stances the first profile is strictly, and weakly, preferred to the second. */
function preferences(x: Entry, y: Entry) {
  const both = scores(x, y);
  return {
    strictly: STANCES.filter((stance) => both.strictly(0, 0, 1, stance)),
    weakly: STANCES.filter((stance) => both.weakly(0, 0, 1, stance)),
  };
}

describe('stances (§3)', () => {
  it('tells apart what holds for certain, at face value and if it turns out well', () => {
    expect(preferences([50, 60, 70], [20, 30, 49.99]).strictly).toEqual([
      'necessary',
      'expected',
      'possible',
    ]);
    expect(preferences([50, 60, 70], [20, 30, 50]).strictly).toEqual(['expected', 'possible']);
    expect(preferences([10, 20, 70], [20, 30, 50]).strictly).toEqual(['possible']);
    expect(preferences([10, 20, 20], [20, 30, 50]).strictly).toEqual([]);
  });

  it('lets ties count for weak preference alone', () => {
    expect(preferences(50, 50)).toEqual({ strictly: [], weakly: ['necessary', 'expected', 'possible'] });
    expect(preferences([50, 60, 70], [40, 50, 50]).weakly).toEqual(['necessary', 'expected', 'possible']);
    expect(preferences([10, 20, 20], [20, 30, 50]).weakly).toEqual(['possible']);
  });

  it('prefers nothing strictly at face value where a best score is undefined', () => {
    expect(preferences(100, null)).toEqual({
      strictly: ['possible'],
      weakly: ['necessary', 'expected', 'possible'],
    });
    expect(preferences(60, null).weakly).toEqual(['possible']);
    expect(preferences(null, 0)).toEqual({
      strictly: ['possible'],
      weakly: ['necessary', 'expected', 'possible'],
    });
    expect(preferences(null, null)).toEqual({ strictly: ['possible'], weakly: ['possible'] });
  });

  it('never prefers a profile to itself strictly, and always weakly', () => {
    const one = scores([10, 50, 90], null);
    for (const stance of STANCES) {
      for (const x of [0, 1]) {
        expect(one.strictly(0, x, x, stance)).toBe(false);
        expect(one.weakly(0, x, x, stance)).toBe(true);
      }
    }
  });
});

describe('gains (§4)', () => {
  it('take the two ends apart under necessary and together under possible', () => {
    const both = scores([20, 30, 40], [50, 60, 75]);
    expect(both.gain(0, 1, 0, 'necessary')).toBe(1000);
    expect(both.gain(0, 1, 0, 'expected')).toBe(3000);
    expect(both.gain(0, 1, 0, 'possible')).toBe(5500);
  });

  it('are undefined under expected where a best score is', () => {
    expect(scores(20, null).gain(0, 1, 0, 'expected')).toBeNull();
    expect(scores(20, null).gain(0, 1, 0, 'possible')).toBe(8000);
  });
});

describe('weighted criteria (§1)', () => {
  const weighted = (weights: number[], rows: readonly (Triple | null)[][]): Ballot =>
    ballot(0, [], {
      content: { kind: 'criteria', weights, scores: new Map(rows.map((row, x) => [x, row])) },
    });

  it('compare by numerators over Σ cₖ, component by component', () => {
    const held = new Scores(
      [
        weighted(
          [3, 1],
          [
            [triple([10, 20, 30]), triple(80)],
            [triple(40), triple(40)],
          ],
        ),
      ],
      2,
    );
    expect(held.denominator[0]).toBe(4);
    expect([held.low[0], held.best[0], held.high[0]]).toEqual([11_000, 14_000, 17_000]);
    expect(held.gain(0, 1, 0, 'necessary')).toBe(-1000);
  });

  it('ignore a criterion of weight 0, scored or left out', () => {
    const held = new Scores([weighted([2, 0, 0], [[triple(10), triple(99), null]])], 1);
    expect(held.denominator[0]).toBe(2);
    expect(held.best[0]).toBe(2000);
  });

  it('know nothing of a profile that is left out: 0 to 100 in their own units', () => {
    const held = new Scores([weighted([1000, 1000], [[triple(50), triple(50)]])], 2);
    expect([held.low[1], held.best[1], held.high[1]]).toEqual([0, -1, 20_000_000]);
  });
});

it('holds silence and abstention as unknown, and can replace a ballot', () => {
  const held = new Scores(
    [null, ballot(1, [10, 20], { content: { kind: 'abstain' } }), ballot(2, [10, 20])],
    2,
  );
  expect([...held.silent]).toEqual([1, 1, 0]);
  held.set(2, null);
  held.set(0, ballot(0, [30, 40]));
  expect([...held.silent]).toEqual([0, 1, 1]);
  expect([...held.low]).toEqual([3000, 4000, 0, 0, 0, 0]);
  expect([...held.high]).toEqual([3000, 4000, 10_000, 10_000, 10_000, 10_000]);
});
