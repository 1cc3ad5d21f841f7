import { useTranslations } from 'next-intl';
import { type ByStance, STANCES } from '@/core/model';

/** Three yes-or-nos in the order of the stances, as marks with their words for a screen reader. */
export function ByStanceMarks({ value }: { readonly value: ByStance<boolean | null> | null }) {
  const c = useTranslations('common');
  if (value === null) return <>{c('notApplicable')}</>;
  return (
    <span className="whitespace-nowrap">
      {STANCES.map((stance) => (
        <span key={stance} className="mr-2 inline-block w-4 text-center">
          <span aria-hidden="true" className={value[stance] === true ? 'text-ink' : 'text-muted'}>
            {value[stance] === null ? '–' : value[stance] ? '✓' : '·'}
          </span>
          <span className="sr-only">
            {c(`stance.${stance}`)}:{' '}
            {value[stance] === null ? c('notApplicable') : value[stance] ? c('yes') : c('no')}
          </span>
        </span>
      ))}
    </span>
  );
}

/** The head of such a column: n · e · p over the marks. */
export function StanceInitials() {
  const t = useTranslations('results.short');
  return (
    <span className="block font-normal whitespace-nowrap" aria-hidden="true">
      {STANCES.map((stance) => (
        <span key={stance} className="mr-2 inline-block w-4 text-center">
          {t(stance)}
        </span>
      ))}
    </span>
  );
}
