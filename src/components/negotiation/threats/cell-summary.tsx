import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { ThreatStatusMark } from '../threat-status-mark';
import type { Agreement } from './agreement';
import { stepText } from './cell';

/** How the assessors of one threat of one profile stand together: status, how many, over which span, whether apart. */
export function CellSummary({
  agreement: { status, assessors, span, apart },
  short = false,
}: {
  readonly agreement: Agreement;
  readonly short?: boolean;
}) {
  const t = useTranslations('threats');
  if (span === null) {
    return (
      <span className="text-within-reach">
        <span aria-hidden="true">? {t('nobody')}</span>
        <span className="sr-only">{t('unassessed')}</span>
      </span>
    );
  }
  const text = span[0] === span[1] ? stepText(span[0]) : `${stepText(span[0])} … ${stepText(span[1])}`;
  return (
    <span className="whitespace-nowrap">
      <ThreatStatusMark status={status} short={short} />{' '}
      <span className="text-muted">
        {short ? (
          <>
            <span aria-hidden="true">
              {assessors}: {text}
            </span>
            <span className="sr-only">{t('assessors', { count: assessors, span: text })}</span>
          </>
        ) : (
          t('assessors', { count: assessors, span: text })
        )}
      </span>
      {apart ? (
        <span className={clsx('ml-1 font-semibold', short || 'whitespace-normal')}>
          <span aria-hidden="true">≠</span>
          <span className={short ? 'sr-only' : 'ml-1 font-normal'}>{t('apart')}</span>
        </span>
      ) : null}
    </span>
  );
}
