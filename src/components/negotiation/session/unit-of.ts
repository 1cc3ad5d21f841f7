const HOUR = 3_600_000;

/** In which unit a span is told: a deadline in ten days is not one in a week. */
export function unitOf(milliseconds: number): 'minute' | 'hour' | 'day' {
  const span = Math.abs(milliseconds);
  if (span < 2 * HOUR) return 'minute';
  return span < 48 * HOUR ? 'hour' : 'day';
}
