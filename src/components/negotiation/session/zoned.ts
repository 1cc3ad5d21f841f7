import { TZDate } from '@date-fns/tz';

/** Between instants and what a field for date and time holds (`2026-01-02T10:00`), in a named zone. */

/** RFC 3339 in UTC; `null` where the field holds no moment. A moment that the clock skips is taken as the one after it. */
export function instantOf(local: string, zone: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(local)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts;
  const time = new TZDate(year, month - 1, day, hour, minute, zone).getTime();
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

export function localOf(time: number, zone: string): string {
  const date = new TZDate(time, zone);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
