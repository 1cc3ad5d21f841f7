import { useFormatter, useTranslations } from 'next-intl';

/** How far off a deadline is, as words; `now` comes from the server, so that both renderings agree. */
export function Until({ deadline, now }: { readonly deadline: string; readonly now: number }) {
  const t = useTranslations('session');
  const format = useFormatter();
  return <>, {t('relative', { relative: format.relativeTime(new Date(deadline), now) })}</>;
}
