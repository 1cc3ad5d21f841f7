'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { apiClient } from '../api-client';
import { TextInput } from '../text-input';
import { useSend } from '../use-send';

/** Another password, which ends every other session. */
export function Password() {
  const t = useTranslations('account.password');
  const { state, fault, send } = useSend();
  const [short, setShort] = useState(false);
  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const next = String(data.get('next') ?? '');
    const isShort = [...next].length < 12;
    setShort(isShort);
    if (isShort) return;
    const current = String(data.get('current') ?? '');
    const isDone = await send(async () => {
      await apiClient().account.changePassword.mutate({ current, next });
    });
    if (isDone) form.reset();
  };
  return (
    <form onSubmit={change} method="post" className="max-w-md space-y-3">
      <TextInput
        label={t('current')}
        name="current"
        type="password"
        autoComplete="current-password"
        required
      />
      <TextInput
        label={t('new')}
        hint={t('rule')}
        name="next"
        type="password"
        autoComplete="new-password"
        required
      />
      <p role="alert" className="text-note text-out-of-reach empty:hidden">
        {short ? t('short') : fault}
      </p>
      <Button type="submit" disabled={state === 'working'}>
        {t('change')}
      </Button>
      <p role="status" className="text-note text-muted">
        {t(state === 'done' ? 'done' : 'says')}
      </p>
    </form>
  );
}
