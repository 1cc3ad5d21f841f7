'use client';

import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { TICKS } from './scale-lines';
import { SCALE_COLUMNS } from './scale-row';
import type { Triple } from './score-text';

/** The head of the common scale: it stays in sight while its rows pass by. */
export function ScaleAxis({ today }: { readonly today: Triple | null }) {
  const t = useTranslations('ballot');
  const format = useFormatter();
  return (
    <div
      aria-hidden="true"
      className={clsx(
        SCALE_COLUMNS,
        'sticky top-0 z-10 border-b border-strong bg-paper text-note tabular-nums',
      )}
    >
      <div className="relative mx-6 h-11 lg:col-start-2">
        {today === null ? null : (
          <span
            className="absolute top-0 -translate-x-1/2 font-semibold whitespace-nowrap"
            style={{ left: `clamp(1.5rem, ${today[1]}%, 100% - 1.5rem)` }}
          >
            {t('scaleToday', { best: format.number(today[1], { maximumFractionDigits: 2 }) })}
          </span>
        )}
        {TICKS.map((tick) => (
          <span
            key={tick}
            className="absolute top-5 -translate-x-1/2 text-muted"
            style={{ left: `${tick}%` }}
          >
            {tick}
          </span>
        ))}
      </div>
    </div>
  );
}
