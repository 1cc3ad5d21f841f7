import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { Trpc } from '@/components/negotiation/ballot/trpc';
import { Bundle } from '@/components/negotiation/history/bundle';
import { Checkpoint } from '@/components/negotiation/history/checkpoint';
import { EventList } from '@/components/negotiation/history/event-list';
import { FilterForm } from '@/components/negotiation/history/filter-form';
import { readFilters, type SearchParams } from '@/components/negotiation/history/filters';
import { Limits } from '@/components/negotiation/history/limits';
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
  const { proof, checkpoint: copying, verify } = messages.history;
  const common = { negotiation, path, filters, frame: view.frame };
  return (
    <NextIntlClientProvider messages={{ history: { proof, checkpoint: copying, verify } }}>
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
        {history === null ? null : (
          <Section id="events" title={t('events.title')}>
            <FilterForm path={path} filters={filters} unread={unread} frame={view.frame} />
            <p className="mt-4 mb-2 text-note text-muted" role="status">
              {t('events.found', { count: history.page.entries.length, order: filters.order })}
            </p>
            {history.page.entries.length === 0 ? (
              <div className="prose-column border-y border-line py-6">
                <p>{t(history.page.next === null ? 'events.none' : 'events.more')}</p>
                <p className="mt-1 text-muted">
                  {t('events.noneHint')} <Link href={path}>{t('filter.clear')}</Link>
                </p>
              </div>
            ) : (
              <Trpc>
                <EventList {...common} mode={view.mode} entries={history.page.entries} />
              </Trpc>
            )}
            <nav aria-label={t('events.title')} className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
              {history.before === null ? null : (
                <Link href={history.before}>
                  {t(filters.order === 'newest' ? 'events.newer' : 'events.older')}
                </Link>
              )}
              {history.after === null ? null : (
                <Link href={history.after}>
                  {t(filters.order === 'newest' ? 'events.older' : 'events.newer')}
                </Link>
              )}
            </nav>
          </Section>
        )}
        <Checkpoint negotiation={negotiation} newest={checkpoint} />
        <Bundle
          negotiation={negotiation}
          mode={view.mode}
          size={checkpoint.size}
          isAuditor={view.me.roles.includes('auditor')}
        />
        <Limits />
      </Page>
    </NextIntlClientProvider>
  );
}
