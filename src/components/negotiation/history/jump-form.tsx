import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { addressOf, type HistoryFilters } from './filters';

/** To a position, and to either end of the history: in an endless list the scroll bar leads nowhere quickly. */
export function JumpForm({
  path,
  filters,
  newest,
}: {
  readonly path: string;
  readonly filters: HistoryFilters;
  /** Position of the newest event. */
  readonly newest: number;
}) {
  const t = useTranslations('history');
  const id = useId();
  const { at: _, ...rest } = filters;
  return (
    <form
      action={path}
      aria-label={t('events.jump')}
      className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <label htmlFor={id} className="text-note font-medium">
        {t('events.jump')}
      </label>
      <input
        id={id}
        name="at"
        type="number"
        inputMode="numeric"
        min={0}
        max={newest}
        required
        className="field w-28"
      />
      {filters.order === 'oldest' ? <input type="hidden" name="order" value="oldest" /> : null}
      <Button type="submit">{t('events.go')}</Button>
      <Link href={addressOf(path, { ...rest, order: 'newest' })}>{t('filter.newest')}</Link>
      <Link href={addressOf(path, { ...rest, order: 'oldest' })}>{t('filter.oldest')}</Link>
    </form>
  );
}
