import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Room } from '@/components/negotiation/room/room';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';
import { readNegotiation } from '../../../../data';
import { readCheckpoint } from '../data';
import { mayTakeBundle } from './data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
  readonly searchParams: Promise<{ readonly at?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([readNegotiation((await params).negotiation), getTranslations('room')]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** The standing over time, for who may take the bundle: everything is computed in their browser. */
export default async function RoomPage({ params, searchParams }: Props) {
  const { negotiation } = await params;
  const { at } = await searchParams;
  await readNegotiation(negotiation);
  const [allowed, checkpoint, t] = await Promise.all([
    mayTakeBundle(negotiation),
    readCheckpoint(negotiation),
    getTranslations('room'),
  ]);
  const { common, explain, overview, history, room } = messages;
  const { event, system } = history;
  return (
    <NextIntlClientProvider messages={{ common, explain, overview, room, history: { event, system } }}>
      <Page
        title={t('title')}
        lead={
          <>
            <p className="prose-column font-serif text-prose">{t(allowed ? 'lead' : 'notYours')}</p>
            <p className="mt-2">
              <Link href={`/n/${negotiation}/history`}>{t('back')}</Link>
            </p>
          </>
        }
      >
        {allowed ? (
          <Room
            negotiation={negotiation}
            size={checkpoint.size}
            at={typeof at === 'string' && /^\d{1,9}$/.test(at) ? Number(at) : null}
          />
        ) : null}
      </Page>
    </NextIntlClientProvider>
  );
}
