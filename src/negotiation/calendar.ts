const ZERO = 0x30;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether there is such a moment, of a text that has the form of one (`2026-01-31T12:00:00.000Z`). Read off its digits:
 * every event has one, and making a Date of it to write it back costs ten times as much.
 */
export function existsInCalendar(text: string): boolean {
  const two = (at: number) => (text.charCodeAt(at) - ZERO) * 10 + (text.charCodeAt(at + 1) - ZERO);
  const day = two(8);
  if (day < 1 || day > daysOf(two(0) * 100 + two(2), two(5))) return false;
  return two(11) <= 23 && two(14) <= 59 && two(17) <= 59;
}

/** How many days a month has, from 1; 0 for what is no month. */
export function daysOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}
