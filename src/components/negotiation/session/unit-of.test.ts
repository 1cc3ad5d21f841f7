import { expect, it } from 'vitest';
import { unitOf } from './unit-of';

const HOUR = 3_600_000;

it.each([
  [0.5, 'minute'],
  [-1.9, 'minute'],
  [2, 'hour'],
  [47, 'hour'],
  [48, 'day'],
  [-240, 'day'],
] as const)('%d hours are told by the %s', (hours, unit) => {
  expect(unitOf(hours * HOUR)).toBe(unit);
});
