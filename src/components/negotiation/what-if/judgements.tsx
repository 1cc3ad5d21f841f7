import { useTranslations } from 'next-intl';
import { ThreatStatusMark } from '../threat-status-mark';
import { FromTo } from './from-to';
import type { Judged } from './judged';

/** Threats, ratification and recommendation of a profile: as it stands, what if, and what really is. */
export function Judgements({
  from,
  to,
  real,
}: {
  readonly from: Judged;
  readonly to: Judged;
  /** `null` where `from` is. */
  readonly real: Judged | null;
}) {
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
            {real === null ? null : (
              <span className="font-normal text-muted">
                {' '}
                {t.rich('reallyIs', { is: () => shown[name](real) })}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
