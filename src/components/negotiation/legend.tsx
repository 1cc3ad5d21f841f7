import { useTranslations } from 'next-intl';
import { STANCES } from '@/core/model';

/** What solid, plain and hatched mean, drawn as the bars are. */
export function StanceLegend() {
  const t = useTranslations('common');
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-note text-muted">
      {STANCES.map((stance) => (
        <li key={stance} className="flex items-center gap-2">
          <svg width="28" height="18" aria-hidden="true" className="shrink-0">
            <rect
              x="0.5"
              y="2.5"
              width="25"
              height="13"
              fill={stance === 'possible' ? 'url(#hatch)' : undefined}
              className={
                stance === 'possible'
                  ? 'stroke-strong'
                  : stance === 'expected'
                    ? 'fill-expected'
                    : 'fill-necessary'
              }
            />
            {stance === 'necessary' ? <rect x="24" width="3" height="18" className="fill-necessary" /> : null}
          </svg>
          <span>
            <span className="font-medium text-ink">{t(`stance.${stance}`)}</span>:{' '}
            {t(`stanceMeans.${stance}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
