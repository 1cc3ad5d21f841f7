import { expect, it } from 'vitest';
import { besideThreshold } from './beside-threshold';

const HALF = { a: 1, b: 2, total: 200 };

it('leaves a name alone that no threshold runs through', () => {
  expect(besideThreshold(HALF, { from: 0, to: 100 })).toBeUndefined();
  expect(besideThreshold(HALF, { from: 100, to: 150 })).toBeUndefined();
});

it('puts a name on the larger side of a threshold', () => {
  expect(besideThreshold(HALF, { from: 20, to: 120 })).toEqual({ left: '0', maxWidth: '77%' });
  expect(besideThreshold(HALF, { from: 80, to: 180 })).toEqual({ left: '23%', maxWidth: '77%' });
});
