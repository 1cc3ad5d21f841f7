'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { apiClient } from '../api-client';
import { signOut } from '../sign-in/sign-out';

/** Ends this session, or all of them. */
export function SignOut() {
  const t = useTranslations('account');
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle');
  const leave = async (everywhere: boolean) => {
    setState('working');
    try {
      if (everywhere) await apiClient().account.signOutEverywhere.mutate();
      await signOut();
      window.location.assign('/');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button disabled={state === 'working'} onClick={() => leave(false)}>
          {t('signOut')}
        </Button>
        <Button disabled={state === 'working'} onClick={() => leave(true)}>
          {t('signOutEverywhere')}
        </Button>
      </div>
      <p className="mt-2 text-note text-muted">{t('everywhereSays')}</p>
      <p role="alert" className="min-h-6 text-note">
        {state === 'working' ? t('working') : state === 'failed' ? t('failed') : null}
      </p>
    </>
  );
}
