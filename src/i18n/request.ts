import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { messages } from './messages';
import { TIME_ZONE_COOKIE, timeZoneOf } from './time-zone';

/** next-intl without routing: one locale, whose dates go with the spelling of the messages, and the reader's time zone as their browser last told it (product.md §3). */
export default getRequestConfig(async () => ({
  locale: 'en-GB' as const,
  messages,
  timeZone: timeZoneOf((await cookies()).get(TIME_ZONE_COOKIE)?.value),
}));
