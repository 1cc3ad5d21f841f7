import { describe, expect, it } from 'vitest';
import { readingOf } from './own-score';

describe('how an interval reads against today', () => {
  const today = [40, 50, 60] as const;
  it.each([
    [[61, 70, 80], 'necessary'],
    [[60, 70, 80], 'expected'],
    [[30, 51, 55], 'expected'],
    [[30, 50, 60], 'possible'],
    [[0, 10, 41], 'possible'],
    [[0, 10, 40], 'none'],
    [[0, 10, 39], 'worse'],
  ] as const)('%j is %s', (own, reading) => {
    expect(readingOf(own, today)).toBe(reading);
  });
});
