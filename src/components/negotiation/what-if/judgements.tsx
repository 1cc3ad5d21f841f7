import { useTranslations } from 'next-intl';
import { ThreatStatusMark } from '../threat-status-mark';
import { Verdict } from '../verdict';
import { FromTo } from './from-to';
import type { Judged } from './judged';

/** Threats, ratification and recommendation of a profile: as it stands, and what if. */
export function Judgements({ from, to }: { readonly from: Judged; readonly to: Judged }) {
  const t = useTranslations('whatIf.picture');
  const c = useTranslations('common');
  const shown = {
    threats: ({ threats }: Judged) =>
      threats === null ? c('notApplicable') : <ThreatStatusMark status={threats} />,
    ratified: ({ ratified }: Judged) => c(ratified ? 'yes' : 'no'),
    recommended: ({ recommended }: Judged) => c(recommended ? 'yes' : 'no'),
  };
  return (
    <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-note">
      {(['threats', 'ratified', 'recommended'] as const).map((name) => (
        <div key={name} className="contents" data-judged={name}>
          <dt className="text-muted">{t(name)}</dt>
          <dd className={from[name] === to[name] ? undefined : 'font-semibold'}>
            <FromTo from={shown[name](from)} to={shown[name](to)} changed={from[name] !== to[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is really judged of it, where the sandbox starts from less: in a line, by signs and words. */
export function ReallyJudged({ real }: { readonly real: Judged }) {
  const t = useTranslations('whatIf.picture');
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-note text-muted">
      <span>{t('real')}</span> <Verdict verdict={real.verdict} />{' '}
      {real.threats === null ? null : <ThreatStatusMark status={real.threats} />}{' '}
      <span>{t('reallyIs', { ratified: String(real.ratified), recommended: String(real.recommended) })}</span>
    </p>
  );
}
