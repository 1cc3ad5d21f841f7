'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useSend } from '../use-send';

export function Unsubscribe({ search }: { readonly search: string }) {
  const t = useTranslations('inbox.unsubscribe');
  const { state, fault, send } = useSend();
  const stop = () =>
    send(async () => {
      const answer = await fetch(`/api/unsubscribe?${search}`, { method: 'POST' });
      if (!answer.ok) throw new Error(await answer.text());
    });
  return (
    <>
      {state === 'done' ? (
        <p role="status">
          {t('done')} {t('back')}
        </p>
      ) : (
        <Button look="primary" disabled={state === 'working'} onClick={stop}>
          {t('confirm')}
        </Button>
      )}
      <p role="alert" className="text-note text-out-of-reach empty:hidden">
        {fault}
      </p>
    </>
  );
}
