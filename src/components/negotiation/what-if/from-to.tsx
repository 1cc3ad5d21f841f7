import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** What something is, and where it was another before, that too. */
export function FromTo({
  from,
  to,
  changed,
}: {
  readonly from: ReactNode;
  readonly to: ReactNode;
  readonly changed: boolean;
}) {
  const t = useTranslations('whatIf.picture');
  return (
    <>
      {changed ? (
        <>
          {from}{' '}
          <span>
            <span aria-hidden="true">→</span>
            <span className="sr-only">{t('becomes')}</span>
          </span>{' '}
        </>
      ) : null}
      {to}
    </>
  );
}
