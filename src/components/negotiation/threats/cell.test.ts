import { describe, expect, it } from 'vitest';
import { agreementOf } from './agreement';
import { changeText, point, stretched, withBest } from './cell';

describe('a change', () => {
  it('is stretched from its best guess to the side where the step is', () => {
    expect(stretched(point(0), -2)).toEqual([-2, 0, 0]);
    expect(stretched([-2, 0, 0], 1)).toEqual([-2, 0, 1]);
    expect(stretched([-2, 0, 1], -1)).toEqual([-1, 0, 1]);
    expect(stretched([-2, 0, 1], 0)).toEqual([0, 0, 1]);
  });

  it('keeps its ends when the best guess moves within them, and gives way beyond', () => {
    expect(withBest([-2, 0, 1], -1)).toEqual([-2, -1, 1]);
    expect(withBest([-2, 0, 1], 3)).toEqual([-2, 3, 3]);
    expect(withBest([-2, 0, 1], -3)).toEqual([-3, -3, 1]);
  });

  it('is written with its signs, the best guess last', () => {
    expect(changeText(point(2))).toBe('+2');
    expect(changeText([-2, -1, 0])).toBe('−2 … 0 (−1)');
  });
});

describe('agreement', () => {
  it('is unresolved, and no disagreement, where nobody has assessed it', () => {
    expect(agreementOf([])).toEqual({ status: 'unresolved', assessors: 0, span: null, apart: false });
  });

  it('is broken where no step is held possible by all', () => {
    expect(
      agreementOf([
        [-3, -2, -1],
        [0, 0, 1],
      ]),
    ).toMatchObject({ apart: true, span: [-3, 1] });
    expect(
      agreementOf([
        [-3, -2, 0],
        [0, 0, 1],
      ]),
    ).toMatchObject({ apart: false, status: 'unresolved' });
    // Two by two they overlap, and no step is common to all three.
    expect(
      agreementOf([
        [-3, -2, -1],
        [-1, 0, 0],
        [0, 0, 0],
      ]).apart,
    ).toBe(true);
  });
});
