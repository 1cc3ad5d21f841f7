import { useFormatter, useTranslations } from 'next-intl';

/** A deadline in the reader's zone, with the zone's name; `now` comes from the server, so that both renderings agree. */
export function Deadline({ deadline, now }: { readonly deadline: string | null; readonly now: number }) {
  const t = useTranslations('common.deadline');
  const format = useFormatter();
  if (deadline === null) return <>{t('none')}</>;
  const instant = new Date(deadline);
  const at = format.dateTime(instant, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return (
    <time dateTime={deadline}>{instant.getTime() < now ? t('passed', { at }) : t('until', { at })}</time>
  );
}
