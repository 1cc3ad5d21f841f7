import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getFormatter, getTranslations } from 'next-intl/server';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';
import { MAIL_STATES } from '@/server/mail/message';
import { cursorWord, readCursor } from '../cursor';
import { readOutbox, readReader } from '../data';
import { ReaderShell } from '../reader-shell';
import { OutboxLetter } from './letter';

interface OutboxProps {
  readonly searchParams: Promise<{ readonly before?: string; readonly state?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outbox'))('title') };
}

/** For administrators: every letter that went, waits, failed, or would have gone. */
export default async function OutboxPage({ searchParams }: OutboxProps) {
  await readReader('/outbox');
  const { before: word, state: wanted } = await searchParams;
  const mail = MAIL_STATES.find((state) => state === wanted);
  const before = readCursor(word);
  const [outbox, t, format] = await Promise.all([
    readOutbox({ ...(mail && { mail }), ...(before && { before }) }),
    getTranslations('outbox'),
    getFormatter(),
  ]);
  const when = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  const address = (rest: Record<string, string>) =>
    `/outbox?${new URLSearchParams({ ...(mail && { state: mail }), ...rest })}`;
  const states = MAIL_STATES.filter((state) => state === mail || (outbox.counts[state] ?? 0) > 0);
  return (
    <NextIntlClientProvider messages={{ errors: messages.errors, outbox: messages.outbox }}>
      <ReaderShell>
        <Page title={t('title')} lead={<p className="prose-column">{t(outbox.sends ? 'sends' : 'keeps')}</p>}>
          {states.length === 0 ? null : (
            <nav aria-label={t('filter')}>
              <ul className="flex flex-wrap gap-x-5 gap-y-1">
                <li>
                  <Link href="/outbox" aria-current={mail === undefined ? 'page' : undefined}>
                    {t('all')}
                  </Link>
                </li>
                {states.map((state) => (
                  <li key={state}>
                    <Link
                      href={`/outbox?state=${state}`}
                      aria-current={mail === state ? 'page' : undefined}
                      className="aria-[current=page]:font-medium"
                    >
                      {t('count', { state: t(`states.${state}`), n: outbox.counts[state] ?? 0 })}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {outbox.entries.length === 0 ? (
            <p className="prose-column font-serif text-prose">
              {t(mail === undefined ? 'empty' : 'emptyState')}
            </p>
          ) : (
            <ol>
              {outbox.entries.map((entry) => {
                const to = entry.name ?? entry.address ?? t('noAddress');
                const mayRetry = outbox.sends && (entry.mail === 'failed' || entry.mail === 'kept');
                return (
                  <li key={entry.id} className="border-t border-line py-4">
                    <h2 className="font-sans text-base font-medium">{entry.kind}</h2>
                    <dl className="mt-1 mb-3 grid grid-cols-[5rem_minmax(0,1fr)] gap-x-3 text-note">
                      <dt className="text-muted">{t('to')}</dt>
                      <dd className="break-words">
                        {[entry.name, entry.address ?? t('noAddress')]
                          .filter((word) => word !== null)
                          .join(', ')}
                      </dd>
                      <dt className="text-muted">{t('made')}</dt>
                      <dd>
                        <time dateTime={entry.at}>{when(entry.at)}</time>
                      </dd>
                      <dt className="text-muted">{t('state')}</dt>
                      <dd className="break-words">
                        {entry.mailedAt === null
                          ? t(`states.${entry.mail}`)
                          : t('sentAt', { at: when(entry.mailedAt) })}
                        {entry.attempts > 1 || entry.fault !== null
                          ? ` · ${t('attempts', { n: entry.attempts })}`
                          : null}
                        {entry.mail === 'withheld' ? <p className="text-muted">{t('withheldSays')}</p> : null}
                        {entry.fault === null ? null : <p>{t('fault', { fault: entry.fault })}</p>}
                      </dd>
                    </dl>
                    <OutboxLetter id={entry.id} kind={entry.kind} to={to} mayRetry={mayRetry} />
                  </li>
                );
              })}
            </ol>
          )}
          <p className="flex flex-wrap gap-x-6">
            {before === null ? null : <Link href={address({})}>{t('newest')}</Link>}
            {outbox.next === null ? null : (
              <Link href={address({ before: cursorWord(outbox.next) })}>{t('older')}</Link>
            )}
          </p>
        </Page>
      </ReaderShell>
    </NextIntlClientProvider>
  );
}
