'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { apiClient } from '../../api-client';
import { useSend } from '../../use-send';

export function ConfirmButton({ token }: { readonly token: string }) {
  const t = useTranslations('account.confirm');
  const { state, fault, send } = useSend();
  const [email, setEmail] = useState('');
  if (state === 'done') {
    return (
      <>
        <p role="status" className="font-serif text-prose [overflow-wrap:anywhere]">
          {t('done', { email })}
        </p>
        <ButtonLink href="/negotiations">{t('onwards')}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <p>{t('says')}</p>
      <p role="alert" className="text-note text-out-of-reach empty:hidden">
        {fault}
      </p>
      <Button
        look="primary"
        disabled={state === 'working'}
        onClick={() =>
          send(async () => {
            setEmail((await apiClient().account.confirm.mutate({ token })).email);
          })
        }
      >
        {t('do')}
      </Button>
    </>
  );
}
