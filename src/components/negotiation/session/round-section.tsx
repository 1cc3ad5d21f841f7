import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import type { Period } from '@/negotiation/period';
import type { SessionView } from '@/negotiation/session-view';
import type { NegotiationView } from '@/negotiation/views';
import { Archive, CloseRound, MoveDeadline, OpenRound } from './round-controls';

/** What a facilitator can do with the round now, and what not, with its reason. */
export function RoundSection({
  view,
  session,
  period,
  now,
}: {
  readonly view: NegotiationView;
  readonly session: SessionView;
  readonly period: Period;
  readonly now: number;
}) {
  const t = useTranslations('session');
  const c = useTranslations('common');
  const { id: negotiation, mode, deadline, round } = view;
  const seen = session.rounds.length;
  const controls = () => {
    switch (period) {
      case 'draft':
      case 'closed':
        return <OpenRound negotiation={negotiation} seen={seen} now={now} />;
      case 'open':
        return (
          <div className="grid gap-8 lg:grid-cols-2">
            <MoveDeadline negotiation={negotiation} seen={seen} deadline={deadline} now={now} />
            <div>
              <CloseRound
                negotiation={negotiation}
                seen={seen}
                mode={mode}
                missing={session.votes.filter(({ castAt }) => castAt === null).length}
              />
            </div>
          </div>
        );
      case 'lapsed':
        return <p>{t('now.lapsed')}</p>;
      case 'concluded':
        return <Archive negotiation={negotiation} />;
      case 'archived':
        return <p>{t('lead.archived')}</p>;
    }
  };
  return (
    <Section
      id="round"
      title={t('now.title')}
      note={
        <>
          <p>{t('now.marginDeadline')}</p>
          <p>{t('now.marginMode', { mode: c(`mode.${mode}`) })}</p>
        </>
      }
    >
      {view.me.roles.includes('facilitator') ? (
        <>
          {controls()}
          {period === 'draft' ? (
            <div className="mt-4">
              <Archive negotiation={negotiation} />
            </div>
          ) : null}
          <NotNow period={period} round={round} />
        </>
      ) : (
        <p className="prose-column">{t('now.delegate')}</p>
      )}
    </Section>
  );
}

function NotNow({ period, round }: { readonly period: Period; readonly round: number }) {
  const t = useTranslations('session.not');
  if (period === 'archived') return null;
  const reason = period === 'lapsed' ? 'open' : period;
  return (
    <div className="mt-6 text-note">
      <p className="font-medium text-muted">{t('title')}</p>
      <ul className="prose-column list-disc pl-5 text-muted">
        <li>{t(reason, { round })}</li>
        {reason === 'open' || reason === 'closed' ? <li>{t('archiveOpen')}</li> : null}
      </ul>
    </div>
  );
}
