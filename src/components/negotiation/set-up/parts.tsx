'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Section } from '@/components/ui/section';
import type { EventType } from '@/negotiation/events/catalogue';
import type { Period } from '@/negotiation/period';
import { isOfFrame, PERIODS_OF } from '@/negotiation/rules/periods';
import type { SetUpView } from '@/negotiation/set-up-view';
import type { NegotiationView } from '@/negotiation/views';
import { BriefingsPart } from './briefings-part';
import { CriteriaPart } from './criteria-part';
import { GuaranteesPart } from './guarantees-part';
import { ModePart } from './mode-part';
import { MovesPart } from './moves-part';
import { ProfilesPart } from './profiles-part';
import { QuestionPart } from './question-part';
import { RulePart } from './rule-part';
import { StakeholdersPart } from './stakeholders-part';
import { StartSuccessor } from './start-successor';

/** All parts of a set-up. What may be edited when is the table by which `decide` judges. */
export function SetUpParts({
  view,
  setUp,
  period,
}: {
  readonly view: NegotiationView;
  readonly setUp: SetUpView;
  readonly period: Period;
}) {
  const t = useTranslations('setUp');
  const locked = (type: EventType): ReactNode | null => {
    if (PERIODS_OF[type].includes(period)) return null;
    if (period === 'concluded' || period === 'archived') return t('locked.over');
    if (type === 'negotiation.modeSet') return t('locked.mode');
    if (!isOfFrame(type)) return t('locked.afterRounds');
    return (
      <>
        <p>{t('locked.frame')}</p>
        <p className="mt-1">
          <Link href={`/n/${view.id}/session`}>{t('locked.askConsent')}</Link>
        </p>
      </>
    );
  };
  return (
    <div className="space-y-10">
      <QuestionPart view={view} locked={locked('negotiation.described')} />
      <ModePart view={view} locked={locked('negotiation.modeSet')} />
      <StakeholdersPart view={view} locked={locked('stakeholder.changed')} />
      <RulePart view={view} locked={locked('rule.set')} hasRule={setUp.hasRule} />
      <CriteriaPart view={view} locked={locked('criterion.changed')} />
      <GuaranteesPart view={view} locked={locked('guarantee.removed')} deliveries={setUp.deliveries} />
      <ProfilesPart view={view} locked={locked('profile.proposed')} fixed={setUp.fixed} />
      <MovesPart view={view} locked={locked('moves.set')} />
      <BriefingsPart view={view} locked={locked('briefing.published')} briefings={setUp.briefings} />
      {saysOfSuccession(setUp, period) ? (
        <Section id="successor" title={t('successor.title')}>
          <Successor view={view} setUp={setUp} period={period} />
        </Section>
      ) : null}
    </div>
  );
}

/** Between rounds and at the end a successor can be begun; a negotiation that has one, or is one, says so always. */
const saysOfSuccession = ({ succeeds, succeededBy }: SetUpView, period: Period): boolean =>
  succeeds !== null || succeededBy !== null || PERIODS_OF['negotiation.succeeded'].includes(period);

function Successor({
  view,
  setUp: { succeeds, succeededBy },
  period,
}: {
  readonly view: NegotiationView;
  readonly setUp: SetUpView;
  readonly period: Period;
}) {
  const t = useTranslations('setUp.successor');
  const to = (id: string, label: string) => () => (
    <Link key={id} href={`/n/${id}`}>
      {label}
    </Link>
  );
  return (
    <div className="space-y-3">
      {succeeds === null ? null : <p>{t.rich('succeeds', { link: to(succeeds, t('earlier')) })}</p>}
      {succeededBy === null ? null : <p>{t.rich('succeededBy', { link: to(succeededBy, t('later')) })}</p>}
      {succeededBy === null && PERIODS_OF['negotiation.succeeded'].includes(period) ? (
        <>
          <p className="prose-column">{t('says')}</p>
          <StartSuccessor view={view} />
        </>
      ) : null}
    </div>
  );
}
