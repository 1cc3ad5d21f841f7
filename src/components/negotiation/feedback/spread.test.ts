import { expect, it } from 'vitest';
import { spreadOf } from './spread';

const stated = (...bests: readonly number[]) =>
  bests.map((best, index) => ({
    stakeholder: `s${index}`,
    score: [String(best - 1), `${best}`, `${2 * best + 3}/2`] as const,
  }));

it('orders the intervals and tells the median, the middle half and the ends', () => {
  const spread = spreadOf(stated(40, 10, 30, 20));
  expect(spread?.spans.map(({ stakeholder }) => stakeholder)).toEqual(['s1', 's3', 's2', 's0']);
  expect(spread).toMatchObject({ median: 20, half: [10, 30], least: 9, greatest: 41.5 });
});

it('of one statement tells that one', () => {
  expect(spreadOf(stated(50))).toMatchObject({ median: 50, half: [50, 50], least: 49, greatest: 51.5 });
});

it('of none tells nothing', () => {
  expect(spreadOf([])).toBeNull();
});
