import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/ui/link';
import { messages } from '@/i18n/messages';
import { readUnsubscription } from '@/server/mail/unsubscribe';
import { kindLabel } from '@/server/mail/words';
import { PlainPage } from '../plain-page';
import { Unsubscribe } from './unsubscribe';

interface UnsubscribeProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox.unsubscribe'))('title') };
}

/** Asks before letters of a kind are stopped: scanners of mail open every link. Nobody has to sign in. */
export default async function UnsubscribePage({ searchParams }: UnsubscribeProps) {
  const t = await getTranslations('inbox.unsubscribe');
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const search = new URLSearchParams(given);
  const asked = readUnsubscription(search);
  return (
    <NextIntlClientProvider messages={{ errors: messages.errors, inbox: messages.inbox }}>
      <PlainPage title={t('title')}>
        {asked === null ? (
          <p>{t('broken')}</p>
        ) : (
          <>
            <p>{t('says', { kind: kindLabel(asked.kind) })}</p>
            <Unsubscribe search={search.toString()} />
          </>
        )}
        <p>
          <Link href="/account#letters">{t('account')}</Link>
        </p>
      </PlainPage>
    </NextIntlClientProvider>
  );
}
