import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { messages } from '@/i18n/messages';
import { PlainPage } from '../../plain-page';
import { ConfirmButton } from './confirm-button';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('confirm.title'), robots: { index: false } };
}

/** Confirms an address. By a button: programs that look at links in letters press none. */
export default async function ConfirmPage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>;
}) {
  const [{ token }, t] = await Promise.all([params, getTranslations('account')]);
  return (
    <PlainPage title={t('confirm.title')}>
      <NextIntlClientProvider messages={{ errors: messages.errors, account: messages.account }}>
        <ConfirmButton token={token} />
      </NextIntlClientProvider>
    </PlainPage>
  );
}
