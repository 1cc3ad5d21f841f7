'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { TIME_ZONE_COOKIE } from '@/i18n/time-zone';

/**
 * Tells the server the reader's time zone in a cookie, and asks for the page again where it was written in another.
 * `chosen`: as their account says; otherwise the browser's.
 */
export function TimeZone({ chosen }: { readonly chosen: string | null }) {
  const router = useRouter();
  useEffect(() => {
    const name = chosen ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const zone = encodeURIComponent(name);
    const entry = `${TIME_ZONE_COOKIE}=${zone}`;
    const cookies = document.cookie.split('; ');
    if (cookies.includes(entry)) return;
    // A page without the cookie was written in UTC.
    const isFirst = !cookies.some((cookie) => cookie.startsWith(`${TIME_ZONE_COOKIE}=`));
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve
    document.cookie = `${entry}; Path=/; Max-Age=31536000; SameSite=Lax`;
    // The answer 404 would not be refreshed but loaded anew as a whole, and it tells no times.
    const tellsTimes = document.querySelector('[data-without-times]') === null;
    if (tellsTimes && (!isFirst || name !== 'UTC')) router.refresh();
  }, [router, chosen]);
  return null;
}
