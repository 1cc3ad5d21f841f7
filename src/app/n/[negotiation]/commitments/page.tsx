import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getFormatter, getTranslations } from 'next-intl/server';
import { CommitmentItem } from '@/components/negotiation/commitments/commitment-item';
import { ReportDates } from '@/components/negotiation/commitments/report-dates';
import { tallyOf } from '@/components/negotiation/commitments/tally';
import { profileTitle } from '@/components/negotiation/labels';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { messages } from '@/i18n/messages';
import { may } from '@/negotiation/permissions';
import { readCommitments, readNegotiation } from '../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('commitments'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** What each stakeholder owes by the adopted profile, what was reported of it, and what is disputed. */
export default async function CommitmentsPage({ params }: Props) {
  const { negotiation } = await params;
  const [{ frame, me }, { conclusion, open, schedule, commitments }, t, format] = await Promise.all([
    readNegotiation(negotiation),
    readCommitments(negotiation),
    getTranslations('commitments'),
    getFormatter(),
  ]);
  const at = conclusion === null ? '' : format.dateTime(new Date(conclusion.at), { dateStyle: 'long' });
  const adopted = conclusion?.profile ?? null;
  const tally = tallyOf(commitments);
  return (
    <Page
      title={t('title')}
      lead={
        <div className="prose-column space-y-3 font-serif text-prose">
          {conclusion === null ? (
            <p>{t('before')}</p>
          ) : adopted === null ? (
            <p>{t('withoutProfile', { at })}</p>
          ) : (
            <p>{t('lead', { profile: profileTitle(adopted, frame), at })}</p>
          )}
          {conclusion?.reason == null ? null : (
            <p className="font-sans text-base">{t('reason', { reason: conclusion.reason })}</p>
          )}
        </div>
      }
    >
      {adopted === null ? null : commitments.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <NextIntlClientProvider
          messages={{
            errors: messages.errors,
            commitments: messages.commitments,
            session: { deadline: messages.session.deadline },
          }}
        >
          <Section
            id="each"
            title={t('eachTitle')}
            note={<p>{t(conclusion !== null && !open ? 'closed' : 'margin')}</p>}
          >
            {tally === null ? (
              <p className="mb-4 text-muted">{t('hidden')}</p>
            ) : (
              <p className="mb-4">
                {t('summary', {
                  kept: tally.newest.kept,
                  underWay: tally.newest['under-way'],
                  planned: tally.newest.planned,
                  broken: tally.newest.broken,
                  silent: tally.silent,
                  overdue: tally.overdue,
                  disputed: tally.disputed,
                })}
              </p>
            )}
            <ul>
              {commitments.map((commitment) => (
                <CommitmentItem
                  key={commitment.stakeholder}
                  commitment={commitment}
                  negotiation={negotiation}
                  frame={frame}
                  speaksFor={open ? me.stakeholders : []}
                />
              ))}
            </ul>
          </Section>
          {tally === null || !open ? null : (
            <Section id="dates" title={t('dates.title')} note={<p>{t('dates.margin')}</p>}>
              <ReportDates
                negotiation={negotiation}
                schedule={schedule}
                maySet={may('commitment.schedule', me)}
                now={Date.now()}
              />
            </Section>
          )}
        </NextIntlClientProvider>
      )}
    </Page>
  );
}
