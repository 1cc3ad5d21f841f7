'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { apiClient } from '../../api-client';
import { signOut } from '../../sign-in/sign-out';
import { useSend } from '../../use-send';

/** For somebody who is signed in: one button. */
export function JoinAs({ token, name }: { readonly token: string; readonly name: string }) {
  const t = useTranslations('join');
  const { state, fault, send } = useSend();
  const join = () =>
    send(async () => {
      const { negotiation } = await apiClient().negotiation.join.mutate({ token });
      window.location.assign(`/n/${negotiation}`);
    });
  const leave = () =>
    send(async () => {
      await signOut();
      window.location.reload();
    });
  return (
    <>
      <p>{t('signedInAs', { name })}</p>
      <p role="alert" className="text-note text-out-of-reach empty:hidden">
        {fault}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={state !== 'idle'} onClick={join}>
          {state === 'idle' ? t('joinAs', { name }) : t('joining')}
        </Button>
        <Button disabled={state !== 'idle'} onClick={leave}>
          {t('other')}
        </Button>
      </div>
    </>
  );
}
