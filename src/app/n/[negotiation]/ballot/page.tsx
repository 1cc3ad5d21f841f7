import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getFormatter, getTranslations } from 'next-intl/server';
import { BallotForm } from '@/components/negotiation/ballot/ballot-form';
import { EnteredCard } from '@/components/negotiation/ballot/entered-card';
import { hiddenOf } from '@/components/negotiation/ballot/hidden';
import { RoundFeedbackView } from '@/components/negotiation/feedback/round-feedback';
import { profileTitle, stakeholderName } from '@/components/negotiation/labels';
import { SpeaksFor } from '@/components/negotiation/speaks-for';
import { Page } from '@/components/ui/page';
import { messages } from '@/i18n/messages';
import { readFeedback, readMyBallot, readNegotiation } from '../../../data';
import { PaperBallot } from './paper-ballot';
import { PlainReceipt } from './plain-receipt';
import { PlainReview } from './plain-review';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
  readonly searchParams: Promise<{
    readonly stakeholder?: string | string[];
    /** For whom a facilitator enters a ballot from paper. */
    readonly for?: string | string[];
    /** Without script: that a draft was sent to be reviewed, and the position at which it was cast. */
    readonly review?: string | string[];
    readonly cast?: string | string[];
  }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('ballot'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** A delegate's ballot: an interval per profile, what it would change, and the receipt once it is cast. */
export default async function BallotPage({ params, searchParams }: Props) {
  const [{ negotiation }, asked] = await Promise.all([params, searchParams]);
  const [view, t, format] = await Promise.all([
    readNegotiation(negotiation),
    getTranslations('ballot'),
    getFormatter(),
  ]);
  const { frame, me } = view;
  const paper = me.roles.includes('facilitator')
    ? frame.stakeholders.find((each) => each.id === asked.for)
    : undefined;
  if (paper !== undefined) return <PaperBallot negotiation={negotiation} stakeholder={paper} />;
  const id = me.stakeholders.find((each) => each === asked.stakeholder) ?? me.stakeholders[0];
  const mine = id === undefined ? null : await readMyBallot(negotiation, id);
  if (id === undefined || mine === null) {
    return (
      <Page title={t('title')}>
        <p className="prose-column font-serif text-prose">{t('notDelegate')}</p>
      </Page>
    );
  }
  const feedback = await readFeedback(negotiation, id);
  const name = stakeholderName(id, frame);
  const ballotFrame = {
    profiles: frame.profiles,
    ...(frame.guarantees && { guarantees: frame.guarantees }),
    ...(frame.criteria && { criteria: frame.criteria }),
  };
  const values = { stakeholder: name, position: mine.position ?? 0 };
  return (
    <Page
      title={t('heading', { stakeholder: name })}
      lead={
        <>
          <p className="prose-column font-serif text-prose">
            {t('lead', { stakeholder: name })} {t('scale')}
          </p>
          <p className="prose-column mt-3 text-note text-muted">
            {mine.ballot === null
              ? t('standing.none', values)
              : mine.byMe === null
                ? t('standing.imported')
                : t(mine.byMe ? 'standing.byMe' : 'standing.byOther', values)}
          </p>
          {mine.uncovered.length === 0 ? null : (
            <p className="prose-column mt-3 border-l-2 border-within-reach pl-4">
              {t('uncovered', {
                count: mine.uncovered.length,
                names: format.list(mine.uncovered.map((profile) => profileTitle(profile, frame))),
              })}
            </p>
          )}
          <SpeaksFor
            className="mt-3"
            label={t('choose')}
            page={`/n/${negotiation}/ballot`}
            mine={me.stakeholders}
            chosen={id}
            frame={frame}
          />
        </>
      }
    >
      {mine.position !== null && mine.byMe === true && asked.cast === String(mine.position) ? (
        <PlainReceipt negotiation={negotiation} position={mine.position} />
      ) : null}
      {feedback === null ? null : (
        <RoundFeedbackView feedback={feedback} frame={frame} isPrivate={view.mode === 'private'} />
      )}
      <NextIntlClientProvider
        messages={{ errors: messages.errors, ballot: messages.ballot, common: messages.common }}
      >
        <EnteredCard
          key={`entered ${id}`}
          negotiation={negotiation}
          stakeholder={{ id, name }}
          entered={mine.entered}
          frame={ballotFrame}
          open={mine.open}
        />
        {asked.review === undefined ? null : (
          <PlainReview negotiation={negotiation} stakeholder={{ id, name }} mine={mine} frame={ballotFrame} />
        )}
        <BallotForm
          key={id}
          negotiation={negotiation}
          stakeholder={{ id, name }}
          mine={mine}
          frame={ballotFrame}
          hidden={hiddenOf(view)}
          uninformed={view.unacknowledged.some(({ stakeholder }) => stakeholder === id)}
        />
      </NextIntlClientProvider>
    </Page>
  );
}
