'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type OwnScore, readingOf } from './own-score';

/** What the interval says against today, in words and in points. */
export function Reading({ own, base }: { readonly own: OwnScore | null; readonly base: OwnScore | null }) {
  const t = useTranslations('ballot');
  const format = useFormatter();
  if (own === null || base === null) return null;
  const signed = (end: 0 | 1 | 2, today: 0 | 1 | 2) =>
    format
      .number((own.ends[end] - base.ends[today]) / (100 * own.over), {
        signDisplay: 'exceptZero',
        maximumFractionDigits: 2,
      })
      .replace('-', '−');
  return (
    <p className="text-note">
      <span className="block font-medium">{t(`reading.${readingOf(own, base)}`)}</span>
      <span className="block text-muted">
        {t('relative', { low: signed(0, 2), best: signed(1, 1), high: signed(2, 0) })}
      </span>
    </p>
  );
}
