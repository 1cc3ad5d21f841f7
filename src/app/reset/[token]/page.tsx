import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { messages } from '@/i18n/messages';
import { readIsResetLinkGood } from '../../data';
import { PlainPage } from '../../plain-page';
import { ResetForm } from './reset-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('password'))('resetTitle'), robots: { index: false } };
}

/** Chooses a password anew by the link of a letter. */
export default async function ResetPage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>;
}) {
  const { token } = await params;
  const [isGood, t] = await Promise.all([readIsResetLinkGood(token), getTranslations('password')]);
  return (
    <PlainPage title={t('resetTitle')}>
      {isGood ? (
        <NextIntlClientProvider messages={{ errors: messages.errors, password: messages.password }}>
          <ResetForm token={token} />
        </NextIntlClientProvider>
      ) : (
        <>
          <p className="font-serif text-prose">{t('spent')}</p>
          <ButtonLink look="primary" href="/forgot">
            {t('askAgain')}
          </ButtonLink>
        </>
      )}
    </PlainPage>
  );
}
