import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { NewForm } from '@/components/negotiation/new/new-form';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';
import { readNegotiations, readReader } from '../data';
import { ReaderShell } from '../reader-shell';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('new'))('heading') };
}

/** A new negotiation: blank, from a template, from a file, or as a copy. */
export default async function NewPage() {
  await readReader('/new');
  const [negotiations, t] = await Promise.all([readNegotiations(), getTranslations('new')]);
  return (
    <ReaderShell>
      <Page title={t('heading')} lead={<p className="prose-column font-serif text-prose">{t('lead')}</p>}>
        <NextIntlClientProvider
          messages={{
            errors: messages.errors,
            common: messages.common,
            new: messages.new,
            setUp: { mode: messages.setUp.mode },
          }}
        >
          <NewForm negotiations={negotiations.map(({ id, title }) => ({ id, title }))} />
        </NextIntlClientProvider>
      </Page>
    </ReaderShell>
  );
}
