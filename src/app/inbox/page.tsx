import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getFormatter, getTranslations } from 'next-intl/server';
import { LetterParts } from '@/components/ui/letter';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';
import { cursorWord, readCursor } from '../cursor';
import { readInbox, readReader } from '../data';
import { ReaderShell } from '../reader-shell';
import { MarkRead } from './mark-read';

interface InboxProps {
  readonly searchParams: Promise<{ readonly before?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') };
}

/** What I was told, the newest first. */
export default async function InboxPage({ searchParams }: InboxProps) {
  await readReader('/inbox');
  const before = readCursor((await searchParams).before);
  const [inbox, t, format] = await Promise.all([readInbox(before), getTranslations('inbox'), getFormatter()]);
  const lead = (
    <p className="prose-column text-note text-muted">
      {t('says')} <Link href="/account#letters">{t('choices')}</Link>
    </p>
  );
  return (
    <NextIntlClientProvider messages={{ errors: messages.errors, inbox: messages.inbox }}>
      <ReaderShell>
        <Page title={t('title')} lead={lead}>
          {inbox.messages.length === 0 ? (
            <p className="prose-column font-serif text-prose">{t('empty')}</p>
          ) : (
            <>
              <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
                <p>{t('unread', { n: inbox.unread })}</p>
                {inbox.unread > 0 ? <MarkRead id={null} subject={null} /> : null}
              </div>
              <ol>
                {inbox.messages.map(({ id, at, read, letter }) => (
                  <li key={id} className="border-t border-line py-5">
                    <article aria-labelledby={`subject-${id}`}>
                      <p className="flex flex-wrap gap-x-3 text-note text-muted">
                        {read ? null : <strong className="font-medium text-accent">● {t('new')}</strong>}
                        <time dateTime={at}>
                          {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
                        </time>
                      </p>
                      {letter === null ? (
                        <p id={`subject-${id}`} className="prose-column mt-1 text-muted">
                          {t('gone')}
                        </p>
                      ) : (
                        <>
                          <h2 id={`subject-${id}`} className="prose-column mt-1 mb-2 text-lead break-words">
                            {letter.subject}
                          </h2>
                          <LetterParts parts={letter.body} />
                        </>
                      )}
                      {read ? null : (
                        <div className="mt-3">
                          <MarkRead id={id} subject={letter?.subject ?? null} />
                        </div>
                      )}
                    </article>
                  </li>
                ))}
              </ol>
            </>
          )}
          <p className="flex flex-wrap gap-x-6">
            {before === null ? null : <Link href="/inbox">{t('newest')}</Link>}
            {inbox.next === null ? null : (
              <Link href={`/inbox?before=${encodeURIComponent(cursorWord(inbox.next))}`}>{t('older')}</Link>
            )}
          </p>
        </Page>
      </ReaderShell>
    </NextIntlClientProvider>
  );
}
