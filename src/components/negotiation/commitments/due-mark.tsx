import { useFormatter, useTranslations } from 'next-intl';

/** By when the next report is due, or since when it is overdue. */
export function DueMark({ at, overdue }: { readonly at: string; readonly overdue: boolean }) {
  const t = useTranslations('commitments.due');
  const format = useFormatter();
  const date = format.dateTime(new Date(at), { dateStyle: 'long' });
  return overdue ? (
    <p className="mt-2 text-note font-medium text-within-reach">
      <span aria-hidden="true">!</span> {t('overdue', { date })}
    </p>
  ) : (
    <p className="mt-2 text-note text-muted">{t('ahead', { date })}</p>
  );
}
