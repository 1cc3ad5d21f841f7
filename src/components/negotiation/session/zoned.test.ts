import { expect, it } from 'vitest';
import { instantOf, localOf } from './zoned';

it.each([
  ['2026-01-15T10:30', 'Europe/Berlin', '2026-01-15T09:30:00.000Z'],
  ['2026-07-15T10:30', 'Europe/Berlin', '2026-07-15T08:30:00.000Z'],
  ['2026-07-15T10:30', 'UTC', '2026-07-15T10:30:00.000Z'],
  ['2026-07-15T00:10', 'Asia/Kathmandu', '2026-07-14T18:25:00.000Z'],
])('%s in %s is %s, and back', (local, zone, instant) => {
  expect(instantOf(local, zone)).toBe(instant);
  expect(localOf(Date.parse(instant), zone)).toBe(local);
});

it('takes what is no moment for none', () => {
  expect(instantOf('', 'UTC')).toBeNull();
  expect(instantOf('tomorrow', 'UTC')).toBeNull();
});
