import { expect, it } from 'vitest';
import type { FileStakeholder } from '@/negotiation/file/model';
import { betrayalOf } from './betrayal';

const dimensions = [{ id: 'd' }];
const holding = (...weights: number[]): FileStakeholder[] =>
  weights.map((d, i) => ({ id: `s${i}`, name: `S${i}`, kind: 'lab', weights: { d } }));

it('tells every coalition where no two sums are equal', () => {
  expect(betrayalOf(holding(1, 2, 4), dimensions)).toEqual({ kind: 'counted', told: 8, of: 8 });
});

it('tells nobody and everyone alone where all hold the same', () => {
  expect(betrayalOf(holding(5, 5, 5), dimensions)).toEqual({ kind: 'counted', told: 2, of: 8 });
});

it('knows the size of a coalition too', () => {
  // 3 = 1 + 2, but one is a coalition of one and the other of two.
  expect(betrayalOf(holding(1, 2, 3), dimensions)).toEqual({ kind: 'counted', told: 8, of: 8 });
});

it('counts those that can be told apart where there are many', () => {
  expect(betrayalOf(holding(...Array.from({ length: 19 }, () => 1), 7), dimensions)).toEqual({
    kind: 'classes',
    distinct: 1,
    of: 20,
  });
});
