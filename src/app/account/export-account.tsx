'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { apiClient } from '../api-client';
import { useSend } from '../use-send';

/** Everything that is kept about the reader, as one file. */
export function ExportAccount() {
  const t = useTranslations('account.export');
  const { state, fault, send } = useSend();
  const download = () =>
    send(async () => {
      const data = await apiClient().account.export.query();
      const url = URL.createObjectURL(
        new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }),
      );
      const link = document.createElement('a');
      link.href = url;
      link.download = 'parley-account.json';
      link.click();
      URL.revokeObjectURL(url);
    });
  return (
    <>
      <p className="prose-column mb-3 text-note text-muted">{t('says')}</p>
      <Button disabled={state === 'working'} onClick={download}>
        {t('do')}
      </Button>
      <p role="alert" className="text-note text-out-of-reach empty:hidden">
        {fault === null ? null : t('failed')}
      </p>
    </>
  );
}
