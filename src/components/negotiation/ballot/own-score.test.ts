import { describe, expect, it } from 'vitest';
import type { Form } from './form';
import { ownScore, pointsOf, readingOf } from './own-score';
import { tripleText } from './score-text';

describe('how an interval reads against today', () => {
  const today = { ends: [40, 50, 60], over: 1 } as const;
  it.each([
    [[61, 70, 80], 'necessary'],
    [[60, 70, 80], 'expected'],
    [[30, 51, 55], 'expected'],
    [[30, 50, 60], 'possible'],
    [[0, 10, 41], 'possible'],
    [[0, 10, 40], 'none'],
    [[0, 10, 39], 'worse'],
  ] as const)('%j is %s', (ends, reading) => {
    expect(readingOf({ ends, over: 1 }, today)).toBe(reading);
  });
});

describe('a score by weighted criteria', () => {
  const form: Form = {
    kind: 'criteria',
    provisional: false,
    pinned: false,
    weights: { safety: '3', benefit: '3', nothing: '0' },
    rows: {},
  };
  const row = (safety: number, benefit: number) => ({
    covered: true,
    score: tripleText(0),
    without: {},
    criteria: { safety: tripleText(safety), benefit: tripleText(benefit), nothing: tripleText(99) },
  });

  it('is the exact mean: two that are equal are not told apart by the arithmetic', () => {
    // As doubles 3 · 0.1 + 3 · 0.2 is more than 3 · 0.3.
    const [a, b] = [ownScore(row(0.1, 0.2), form), ownScore(row(0.3, 0), form)];
    expect(a).toEqual({ ends: [90, 90, 90], over: 6 });
    expect(a !== null && b !== null && readingOf(a, b)).toBe('none');
  });

  it('reads in points, whatever weighs nothing left out', () => {
    const score = ownScore(row(50, 25), form);
    expect(score !== null && pointsOf(score)).toEqual([37.5, 37.5, 37.5]);
  });
});
