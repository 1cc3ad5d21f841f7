import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { messages } from '@/i18n/messages';
import { PlainPage } from '../plain-page';
import { ForgotForm } from './forgot-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('password'))('forgotTitle') };
}

/** Asks for a letter with which a password is chosen anew. */
export default async function ForgotPage() {
  const t = await getTranslations('password');
  return (
    <PlainPage title={t('forgotTitle')}>
      <NextIntlClientProvider messages={{ errors: messages.errors, password: messages.password }}>
        <ForgotForm />
      </NextIntlClientProvider>
    </PlainPage>
  );
}
