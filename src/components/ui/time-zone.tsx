'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { TIME_ZONE_COOKIE } from '@/i18n/time-zone';

/** Tells the server the reader's time zone in a cookie, and asks for the page again where it was written in another. */
export function TimeZone() {
  const router = useRouter();
  useEffect(() => {
    const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
    const entry = `${TIME_ZONE_COOKIE}=${zone}`;
    if (document.cookie.split('; ').includes(entry)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve
    document.cookie = `${entry}; Path=/; Max-Age=31536000; SameSite=Lax`;
    if (Intl.DateTimeFormat().resolvedOptions().timeZone !== 'UTC') router.refresh();
  }, [router]);
  return null;
}
