'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Assessments } from './use-assessments';

/** How much is written and not recorded: always in view while anything is; its space is kept. */
export function SaveBar({ mine }: { readonly mine: Assessments }) {
  const t = useTranslations('threats.save');
  const count = mine.written.size;
  const waits = count > 0 || mine.faults.size > 0;
  return (
    <div
      className={clsx(
        'flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-2 border-y border-line bg-paper py-2 print:hidden',
        waits && 'sticky bottom-16 z-20 lg:bottom-0',
      )}
    >
      <div className="text-note">
        <p role="status">{count === 0 ? t('none') : t('waiting', { count })}</p>
        {mine.faults.size === 0 ? null : (
          <p role="alert" className="text-out-of-reach">
            {t('faults', { count: mine.faults.size })}
          </p>
        )}
      </div>
      <Button look="primary" disabled={count === 0 || mine.saving} onClick={() => void mine.save()}>
        {mine.saving ? t('saving') : t('action', { count })}
      </Button>
    </div>
  );
}
