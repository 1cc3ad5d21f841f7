import fc from 'fast-check';
import { expect, it } from 'vitest';
import { existsInCalendar } from './calendar';

/** The definition: a moment that there is comes back from a Date as it was written. */
function comesBack(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

it('knows the moments that a Date knows', () => {
  const padded = (most: number, length = 2) =>
    fc.nat({ max: most }).map((part) => String(part).padStart(length, '0'));
  const text = fc
    .tuple(padded(9999, 4), padded(14), padded(33), padded(25), padded(61), padded(61), padded(999, 3))
    .map(([y, mo, d, h, mi, s, ms]) => `${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}Z`);
  fc.assert(
    fc.property(text, (moment) => {
      expect(existsInCalendar(moment)).toBe(comesBack(moment));
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['0000-02-29', true],
  ['2026-04-31', false],
  ['2026-00-10', false],
  ['2026-13-10', false],
])('%s: %s', (date, exists) => {
  const moment = `${date}T00:00:00.000Z`;
  expect(existsInCalendar(moment)).toBe(exists);
  expect(comesBack(moment)).toBe(exists);
});
