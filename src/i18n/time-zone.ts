/** Set by the browser on its first visit (src/components/ui/time-zone.tsx), read by the server on the next. */
export const TIME_ZONE_COOKIE = 'parley-time-zone';

/** The zone named by the cookie where it is one that this runtime knows, else UTC. */
export function timeZoneOf(value: string | undefined): string {
  if (value === undefined) return 'UTC';
  try {
    const name = decodeURIComponent(value);
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return 'UTC';
  }
}
