import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { Section } from '@/components/ui/section';
import type { AggregationResult } from '@/core/model';
import type { Period } from '@/negotiation/period';
import type { SessionView } from '@/negotiation/session-view';
import type { NegotiationView } from '@/negotiation/views';
import { profileTitle } from '../labels';
import { AskConsent } from './ask-consent';
import { Conclusion } from './conclusion';
import { Consents } from './consents';
import { ParticipationTable } from './participation-table';
import { Proposals } from './proposals';
import { Remind } from './remind';
import { RoundSection } from './round-section';
import { RoundsTable } from './rounds-table';
import { WithdrawProfile } from './withdraw-profile';

/** The parts of the session page, those first in which something can be done now. */
export function SessionSections({
  view,
  session,
  result,
  period,
  now,
}: {
  readonly view: NegotiationView;
  readonly session: SessionView;
  /** On the informed basis. */
  readonly result: AggregationResult | null;
  readonly period: Period;
  readonly now: number;
}) {
  const t = useTranslations('session');
  const { frame, id: negotiation } = view;
  const facilitates = view.me.roles.includes('facilitator');
  const between = period === 'closed';
  const seen = session.rounds.length;
  const mayAdmit = facilitates && (period === 'draft' || period === 'open' || between);
  const admitted = frame.profiles;
  const withdrawable = admitted.length > 2 ? admitted.filter((profile) => profile.default !== true) : [];
  return (
    <>
      {session.conclusion === null ? null : <Concluded conclusion={session.conclusion} view={view} />}
      <RoundSection view={view} session={session} period={period} now={now} />
      {seen === 0 ? null : (
        <Section id="consent" title={t('consent.title')} note={<p>{t('consent.margin')}</p>}>
          <Consents
            negotiation={negotiation}
            consents={session.consents}
            frame={frame}
            mine={view.me.stakeholders}
            between={between}
          />
          {!facilitates ? null : between ? (
            <Disclosure summary={t('consent.ask')}>
              <AskConsent negotiation={negotiation} frame={frame} />
            </Disclosure>
          ) : period === 'open' ? (
            <p className="mt-3 text-note text-muted">{t('consent.askLater')}</p>
          ) : null}
        </Section>
      )}
      <Section id="proposals" title={t('proposals.title')} note={<p>{t('proposals.margin')}</p>}>
        <Proposals
          negotiation={negotiation}
          proposals={session.proposals}
          frame={frame}
          mayAdmit={mayAdmit}
        />
        <div className="mt-4 flex flex-wrap items-center gap-4">
          {period === 'open' || between ? (
            <Link href={`/n/${negotiation}/profiles#propose`}>{t('proposals.propose')}</Link>
          ) : null}
          {facilitates && between ? (
            <WithdrawProfile
              negotiation={negotiation}
              profiles={withdrawable.map(({ id, title }) => ({ id, title }))}
            />
          ) : null}
        </div>
      </Section>
      {facilitates && between ? (
        <Section id="conclude" title={t('conclude.title')} note={<p>{t('conclude.margin')}</p>}>
          {result === null ? (
            <p className="text-muted">{t('conclude.waiting')}</p>
          ) : (
            <Conclusion negotiation={negotiation} seen={seen} result={result} frame={frame} />
          )}
        </Section>
      ) : null}
      <Section id="participation" title={t('participation.title')} note={<p>{t('participation.margin')}</p>}>
        {facilitates && period === 'open' ? <Remind negotiation={negotiation} round={seen} /> : null}
        <ParticipationTable votes={session.votes} frame={frame} />
      </Section>
      <Section id="rounds" title={t('rounds.title')}>
        <RoundsTable rounds={session.rounds} />
      </Section>
    </>
  );
}

function Concluded({
  conclusion,
  view,
}: {
  readonly conclusion: NonNullable<SessionView['conclusion']>;
  readonly view: NegotiationView;
}) {
  const t = useTranslations('session.concluded');
  const format = useFormatter();
  const { profile, reason, at } = conclusion;
  return (
    <Section id="conclusion" title={t('title')}>
      <p className="font-serif text-prose" data-testid="conclusion">
        {profile === null ? t('none') : t('adopted', { profile: profileTitle(profile, view.frame) })}
      </p>
      {reason === null ? null : <p className="mt-2">{t('reason', { reason })}</p>}
      <p className="mt-2 text-note text-muted">
        {t('at', { at: format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' }) })}
      </p>
    </Section>
  );
}
