import { z } from 'zod';

/** Numbers of the scale (aggregation.md §1), as in the negotiation file: exact in two decimals, never −0. */

type Triple = readonly [low: number, best: number, high: number];

const points = z.number().min(0).max(100).refine(hasTwoDecimals, 'has more than two decimals');

/** Points, or low ≤ best ≤ high. */
export const scoreEntry = z.union([
  points,
  z.tuple([points, points, points]).readonly().refine(ascends, 'does not ascend'),
]);

const step = z.int().min(-3).max(3).refine(isNoNegativeZero, 'is a negative zero');

/** How a threat changes against the default (§5). */
export const change = z.tuple([step, step, step]).readonly().refine(ascends, 'does not ascend');

function hasTwoDecimals(value: number): boolean {
  return isNoNegativeZero(value) && Math.round(value * 100) / 100 === value;
}

function isNoNegativeZero(value: number): boolean {
  return !Object.is(value, -0);
}

function ascends([low, best, high]: Triple): boolean {
  return low <= best && best <= high;
}
