import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ReceiptForm } from '@/components/receipt/receipt-form';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('receipt'))('title') };
}

/** Checks a receipt (ledger.md §2) for whoever holds one: without an account, in the browser, on no data of ours. */
export default async function ReceiptRoute() {
  const [t, c] = await Promise.all([getTranslations('receipt'), getTranslations('common')]);
  const { verify } = messages.history;
  return (
    <NextIntlClientProvider
      messages={{
        receipt: messages.receipt,
        history: { verify },
        common: { scrolls: messages.common.scrolls },
      }}
    >
      <header className="mx-auto max-w-[62rem] px-4 pt-6 sm:px-8">
        <Link href="/" className="font-serif text-lead font-semibold no-underline">
          {c('product')}
        </Link>
      </header>
      <div className="mx-auto max-w-[62rem]">
        <Page title={t('title')} lead={<p className="prose-column font-serif text-prose">{t('lead')}</p>}>
          <ReceiptForm />
        </Page>
      </div>
    </NextIntlClientProvider>
  );
}
