import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { HistoryFilters } from './filters';

/** From one page of the history to those beside it. */
export function BesideLinks({
  history: { before, after },
  order,
}: {
  readonly history: { readonly before: string | null; readonly after: string | null };
  readonly order: HistoryFilters['order'];
}) {
  const t = useTranslations('history.events');
  const [back, onward] = order === 'newest' ? (['newer', 'older'] as const) : (['older', 'newer'] as const);
  return (
    <nav aria-label={t('title')} className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
      {before === null ? null : <Link href={before}>{t(back)}</Link>}
      {after === null ? null : <Link href={after}>{t(onward)}</Link>}
    </nav>
  );
}
