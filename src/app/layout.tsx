import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { THEME_COOKIE, themeOf } from '@/components/ui/theme';
import { TimeZone } from '@/components/ui/time-zone';
import { messages } from '@/i18n/messages';
import { readAccount } from './data';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('front');
  return { title: { default: t('title'), template: '%s · Parley' }, description: t('lead') };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#FBFAF7' },
    { media: '(prefers-color-scheme: dark)', color: '#14161A' },
  ],
};

/** What every page stands in: language, theme, skip link, the demonstration's banner, and the sentences that errors need in a browser. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const t = await getTranslations('common');
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  const { demo, user } = await readAccount();
  return (
    <html lang="en-GB" {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body>
        <a
          href="#main"
          className="absolute left-2 top-2 z-50 -translate-y-16 bg-ink px-4 py-2 text-paper focus:translate-y-0"
        >
          {t('skip')}
        </a>
        {demo ? (
          <aside
            aria-label={t('demoLabel')}
            className="border-b border-line bg-surface px-4 py-1 text-center text-note text-muted"
          >
            {t('demo')}
          </aside>
        ) : null}
        <NextIntlClientProvider messages={{ errors: messages.errors }}>{children}</NextIntlClientProvider>
        <TimeZone chosen={user?.timeZone ?? null} />
      </body>
    </html>
  );
}
