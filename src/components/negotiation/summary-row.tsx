import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { NegotiationSummary } from '@/negotiation/views';
import { Deadline } from './deadline';
import { NextSteps } from './next-steps';
import { RoleWords } from './role-words';
import { Verdict } from './verdict';

/** One negotiation in the list of mine: what waits for me first, then where it stands. */
export function SummaryRow({
  negotiation,
  now,
}: {
  readonly negotiation: NegotiationSummary;
  readonly now: number;
}) {
  const t = useTranslations('negotiations');
  const c = useTranslations('common');
  const format = useFormatter();
  const { participation, standing } = negotiation;
  const clears = (standing?.verdicts ?? [])
    .filter((each) => each.verdict === 'clears')
    .map((each) => each.title);
  const names = {
    stakeholders: negotiation.stakeholders.map((each) => ({ ...each, kind: 'other' as const })),
    profiles: (standing?.verdicts ?? []).map((each) => ({ id: each.profile, title: each.title })),
  };
  return (
    <li className="border-t border-line pt-6">
      <h2 className="text-lead">
        <Link href={`/n/${negotiation.id}`}>{negotiation.title}</Link>
      </h2>
      <p className="mt-1 text-note text-muted">
        {c(`phase.${negotiation.phase}`, { round: negotiation.round })} ·{' '}
        {negotiation.phase === 'open' ? (
          <>
            <Deadline deadline={negotiation.deadline} now={now} /> ·{' '}
          </>
        ) : null}
        {t('participation', participation)} ·{' '}
        <RoleWords
          roles={negotiation.roles}
          stakeholders={negotiation.stakeholders.map((each) => each.name)}
        />
      </p>
      <div className="mt-4 grid gap-8 lg:grid-cols-2">
        <div>
          <h3 className="mb-2 font-sans text-base font-semibold">{t('waits')}</h3>
          {negotiation.next.length === 0 ? (
            <p className="text-muted">{t('nothingWaits')}</p>
          ) : (
            <NextSteps steps={negotiation.next} negotiation={negotiation.id} frame={names} />
          )}
        </div>
        <div>
          <h3 className="mb-2 font-sans text-base font-semibold">{t('standing')}</h3>
          {standing === null ? (
            <p className="text-muted">{t('noStanding')}</p>
          ) : (
            <>
              <p className="font-serif text-prose">
                {clears.length === 0
                  ? t('noneClears')
                  : t('clear', { count: clears.length, names: format.list(clears) })}
              </p>
              <ul className="mt-2">
                {standing.verdicts.map((each) => (
                  <li key={each.profile} className="flex justify-between gap-4 border-b border-line py-1">
                    <span className="min-w-0">{each.title}</span>
                    <Verdict verdict={each.verdict} />
                  </li>
                ))}
              </ul>
              <p className="mt-2 text-note text-muted">{t('basis', { position: standing.position })}</p>
            </>
          )}
        </div>
      </div>
    </li>
  );
}
