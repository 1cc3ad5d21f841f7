import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Deadline } from '@/components/negotiation/deadline';
import { LiveSession } from '@/components/negotiation/session/live-session';
import { SessionSections } from '@/components/negotiation/session/sections';
import { Until } from '@/components/negotiation/session/until';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';
import { readAccount, readNegotiation, readSessionOf, readStanding } from '../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('session'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** The facilitator's desk; for other members what a session is about: rounds, deadline, proposals and consents. */
export default async function SessionPage({ params }: Props) {
  const { negotiation } = await params;
  const [view, session, standing, account, t] = await Promise.all([
    readNegotiation(negotiation),
    readSessionOf(negotiation),
    readStanding(negotiation, 'informed'),
    readAccount(),
    getTranslations('session'),
  ]);
  if (session === null) {
    return (
      <Page title={t('title')} lead={<p className="prose-column font-serif text-prose">{t('notMember')}</p>}>
        {null}
      </Page>
    );
  }
  const now = Date.now();
  const lapsed = view.phase === 'open' && view.deadline !== null && Date.parse(view.deadline) < now;
  const missing = session.votes.filter(({ castAt }) => castAt === null).length;
  const of = session.votes.length;
  return (
    <Page
      title={t('title')}
      lead={
        <>
          <p className="prose-column font-serif text-prose sm:text-lead" data-testid="session-state">
            {t(`lead.${lapsed ? 'lapsed' : view.phase}`, {
              round: view.round,
              voted: of - missing,
              of,
              missing,
            })}
          </p>
          {view.deadline === null ? null : (
            <p className="mt-2">
              <Deadline deadline={view.deadline} now={now} />
              {lapsed ? null : <Until deadline={view.deadline} now={now} />}
            </p>
          )}
        </>
      }
    >
      <NextIntlClientProvider
        messages={{
          errors: messages.errors,
          session: messages.session,
          common: messages.common,
          explain: messages.explain,
          ruleBuilder: messages.ruleBuilder,
        }}
      >
        {view.standing.kind === 'live' ? null : (
          <LiveSession
            negotiation={negotiation}
            reader={account.user?.id ?? 'anyone'}
            position={session.position}
          />
        )}
        <SessionSections
          view={view}
          session={session}
          result={standing?.result ?? null}
          period={lapsed ? 'lapsed' : view.phase}
          now={now}
        />
      </NextIntlClientProvider>
    </Page>
  );
}
