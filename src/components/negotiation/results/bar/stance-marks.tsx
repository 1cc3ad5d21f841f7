import { useTranslations } from 'next-intl';
import { type ByStance, STANCES } from '@/core/model';

const COLUMNS =
  'ml-auto grid shrink-0 grid-cols-[repeat(3,3.75rem)] text-right text-note tabular-nums sm:grid-cols-[repeat(3,4.5rem)]';

/** What the three columns are; each mark says it itself where it is read aloud. */
export function StanceHeads() {
  const t = useTranslations('pictures.bar.short');
  const c = useTranslations('common.stance');
  return (
    <p aria-hidden="true" className={`${COLUMNS} w-fit text-muted`}>
      {STANCES.map((stance) => (
        <span key={stance}>
          <span className="sm:hidden">{t(stance)}</span>
          <span className="hidden sm:inline">{c(stance)}</span>
        </span>
      ))}
    </p>
  );
}

/** Whether something is enough under each stance, in their order, with its number where it has one. */
export function StanceMarks({
  holds,
  values,
}: {
  readonly holds: ByStance<boolean>;
  readonly values?: ByStance<string>;
}) {
  const t = useTranslations('pictures.bar');
  const c = useTranslations('common.stance');
  return (
    <span className={COLUMNS}>
      {STANCES.map((stance) => (
        <span key={stance} className={holds[stance] ? 'font-semibold text-ink' : 'text-muted'}>
          <span className="sr-only">{c(stance)}: </span>
          {values === undefined ? null : `${values[stance]} `}
          <span aria-hidden="true">{holds[stance] ? '✓' : '✕'}</span>
          <span className="sr-only">{holds[stance] ? t('met') : t('notMet')}</span>
        </span>
      ))}
    </span>
  );
}
