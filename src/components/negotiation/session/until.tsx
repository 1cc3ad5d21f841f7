import { useFormatter, useTranslations } from 'next-intl';
import { unitOf } from './unit-of';

/** How far off a deadline is, as words; `now` comes from the server, so that both renderings agree. */
export function Until({ deadline, now }: { readonly deadline: string; readonly now: number }) {
  const t = useTranslations('session');
  const format = useFormatter();
  const time = Date.parse(deadline);
  const relative = format.relativeTime(time, { now, unit: unitOf(time - now) });
  return <>, {t('relative', { relative })}</>;
}
