import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { Trpc } from '@/components/negotiation/ballot/trpc';
import { BesideLinks } from '@/components/negotiation/history/beside-links';
import { Bundle } from '@/components/negotiation/history/bundle';
import { Checkpoint } from '@/components/negotiation/history/checkpoint';
import { EventFeed } from '@/components/negotiation/history/event-feed';
import { FilterForm } from '@/components/negotiation/history/filter-form';
import { addressOf, narrows } from '@/components/negotiation/history/filters';
import { JumpForm } from '@/components/negotiation/history/jump-form';
import { Limits } from '@/components/negotiation/history/limits';
import { queryOf, readFilters, type SearchParams } from '@/components/negotiation/history/read-filters';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { messages } from '@/i18n/messages';
import { readNegotiation } from '../../../data';
import { readCheckpoint, readHistory } from './data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('history'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** The ledger for people: every event as a sentence, filters, bytes and proofs, checkpoint, bundle, and its limits. */
export default async function HistoryRoute({ params, searchParams }: Props) {
  const { negotiation } = await params;
  const view = await readNegotiation(negotiation);
  const path = `/n/${negotiation}/history`;
  const { filters, unread } = readFilters(await searchParams);
  const zone = await getTimeZone();
  const [history, checkpoint, t, room] = await Promise.all([
    readHistory(negotiation, path, filters, zone),
    readCheckpoint(negotiation),
    getTranslations('history'),
    getTranslations('room'),
  ]);
  return (
    <NextIntlClientProvider messages={{ history: messages.history }}>
      <Page
        title={t('title')}
        lead={
          <>
            <p className="prose-column font-serif text-prose">{t('lead', { total: checkpoint.size })}</p>
            {history === null ? null : (
              <p className="prose-column mt-2 text-note text-muted">{t('hiddenHint')}</p>
            )}
            {view.me.roles.includes('auditor') ? (
              <p className="mt-2">
                <Link href={`${path}/room`}>{room('link')}</Link>
              </p>
            ) : null}
          </>
        }
      >
        <Checkpoint negotiation={negotiation} newest={checkpoint} />
        <Bundle
          negotiation={negotiation}
          mode={view.mode}
          size={checkpoint.size}
          isAuditor={view.me.roles.includes('auditor')}
          report={history === null ? null : `${path}/report`}
        />
        <Limits />
        {history === null ? null : (
          <Section id="events" title={t('events.title')} note={<p>{t('events.findHint')}</p>}>
            <FilterForm path={path} filters={filters} unread={unread} frame={view.frame} />
            <JumpForm path={path} filters={filters} newest={history.page.newest} />
            {history.page.entries.length === 0 && history.page.next === null ? (
              <div className="prose-column mt-4 border-y border-line py-6">
                <p>{t('events.none')}</p>
                <p className="mt-1 text-muted">
                  {t('events.noneHint')} <Link href={path}>{t('filter.clear')}</Link>
                </p>
              </div>
            ) : (
              <Trpc>
                <EventFeed
                  key={addressOf(path, filters)}
                  context={{ negotiation, path, filters, frame: view.frame, mode: view.mode }}
                  query={queryOf(negotiation, filters, zone)}
                  filtered={narrows(filters)}
                  first={{ from: history.from, page: history.page }}
                  earlier={history.before}
                  links={<BesideLinks history={history} order={filters.order} />}
                />
              </Trpc>
            )}
          </Section>
        )}
      </Page>
    </NextIntlClientProvider>
  );
}
