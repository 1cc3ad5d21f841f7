'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { apiClient } from '../api-client';
import { useSend } from '../use-send';

/** Marks one message as read, or all of them. */
export function MarkRead({ id, subject }: { readonly id: string | null; readonly subject: string | null }) {
  const t = useTranslations('inbox');
  const router = useRouter();
  const { state, fault, send } = useSend();
  const mark = () =>
    send(async () => {
      await apiClient().inbox.read.mutate({ ids: id === null ? null : [id] });
      router.refresh();
    });
  return (
    <>
      <Button
        disabled={state === 'working'}
        onClick={mark}
        aria-label={subject === null ? undefined : t('readOneOf', { subject })}
      >
        {t(id === null ? 'readAll' : 'readOne')}
      </Button>
      <p role="alert" className="text-note text-out-of-reach empty:hidden">
        {fault}
      </p>
    </>
  );
}
