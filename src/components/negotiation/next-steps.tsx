import { useFormatter, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { NextStep } from '@/negotiation/views';
import { profileTitle, stakeholderName } from './labels';

/** What the reader could do next, most urgent first, each as a sentence and a link. */
export function NextSteps({
  steps,
  negotiation,
  frame,
}: {
  readonly steps: readonly NextStep[];
  readonly negotiation: string;
  readonly frame: Pick<NegotiationFile, 'stakeholders' | 'profiles' | 'briefings'>;
}) {
  const t = useTranslations('overview');
  if (steps.length === 0) return <p className="text-muted">{t('noneNext')}</p>;
  return (
    <ol className="space-y-4">
      {steps.map((step) => (
        <li key={JSON.stringify(step)} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Step step={step} negotiation={negotiation} frame={frame} />
        </li>
      ))}
    </ol>
  );
}

function Step({
  step,
  negotiation,
  frame,
}: {
  readonly step: NextStep;
  readonly negotiation: string;
  readonly frame: Pick<NegotiationFile, 'stakeholders' | 'profiles' | 'briefings'>;
}) {
  const t = useTranslations('overview.next');
  const format = useFormatter();
  const root = `/n/${negotiation}`;
  const ballot = (stakeholder: string, action: string) => (
    <ButtonLink look="primary" href={`${root}/ballot?stakeholder=${encodeURIComponent(stakeholder)}`}>
      {action}
    </ButtonLink>
  );
  switch (step.kind) {
    case 'cast':
      return (
        <>
          <span>{t('cast', { stakeholder: stakeholderName(step.stakeholder, frame) })}</span>
          {ballot(step.stakeholder, t('castAction'))}
        </>
      );
    case 'confirm':
      return (
        <>
          <span>{t('confirm', { stakeholder: stakeholderName(step.stakeholder, frame) })}</span>
          {ballot(step.stakeholder, t('confirmAction'))}
        </>
      );
    case 'complete': {
      const names = step.profiles.map((id) => profileTitle(id, frame));
      return (
        <>
          <span>
            {t('complete', {
              count: names.length,
              names: format.list(names),
              stakeholder: stakeholderName(step.stakeholder, frame),
            })}
          </span>
          {ballot(step.stakeholder, t('completeAction'))}
        </>
      );
    }
    case 'acknowledge': {
      const names = step.briefings.map((id) => frame.briefings?.find((each) => each.id === id)?.title ?? id);
      return (
        <>
          <span>
            {t('acknowledge', {
              count: names.length,
              names: format.list(names.map((name) => `“${name}”`)),
              stakeholder: stakeholderName(step.stakeholder, frame),
            })}
          </span>
          <ButtonLink look="primary" href={`${root}/briefings`}>
            {t('acknowledgeAction')}
          </ButtonLink>
        </>
      );
    }
    case 'consent':
      return (
        <>
          <span>
            {t('consent', { count: step.count, stakeholder: stakeholderName(step.stakeholder, frame) })}
          </span>
          <ButtonLink look="primary" href={`${root}/session#consent`}>
            {t('consentAction')}
          </ButtonLink>
        </>
      );
    case 'report':
      return (
        <>
          <span>
            {t('report', {
              overdue: step.overdue ? 'yes' : 'no',
              stakeholder: stakeholderName(step.stakeholder, frame),
              date: format.dateTime(new Date(step.due), { dateStyle: 'long' }),
            })}
          </span>
          <ButtonLink look="primary" href={`${root}/commitments`}>
            {t('reportAction')}
          </ButtonLink>
        </>
      );
    case 'schedule-reports':
      return (
        <>
          <span>{t('scheduleReports')}</span>
          <ButtonLink href={`${root}/commitments#dates`}>{t('scheduleReportsAction')}</ButtonLink>
        </>
      );
    case 'admit':
      return (
        <>
          <span>{t('admit', { count: step.count })}</span>
          <ButtonLink href={`${root}/session#proposals`}>{t('admitAction')}</ButtonLink>
        </>
      );
    case 'wait-for-ballots':
      return (
        <>
          <span>{t('waitForBallots', { count: step.count })}</span>
          <ButtonLink href={`${root}/session#participation`}>{t('waitForBallotsAction')}</ButtonLink>
        </>
      );
    case 'open-round':
    case 'close-round':
      return (
        <>
          <span>
            {step.kind === 'open-round'
              ? t('openRound')
              : t('closeRound', { lapsed: step.lapsed ? 'yes' : 'no' })}
          </span>
          <ButtonLink href={`${root}/session`}>{t('sessionAction')}</ButtonLink>
        </>
      );
    case 'read-standing':
      return (
        <>
          <span>{t('readStanding')}</span>
          <ButtonLink href={`${root}/results`}>{t('readStandingAction')}</ButtonLink>
        </>
      );
  }
}
