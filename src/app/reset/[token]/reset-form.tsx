'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { apiClient } from '../../api-client';
import { signInWithPassword } from '../../sign-in/sign-in-with-password';
import { TextInput } from '../../text-input';
import { useSend } from '../../use-send';

export function ResetForm({ token }: { readonly token: string }) {
  const t = useTranslations('password');
  const { state, fault, send } = useSend();
  const [short, setShort] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    const isShort = [...password].length < 12;
    setShort(isShort);
    if (isShort) return;
    await send(async () => {
      const { email } = await apiClient().account.reset.mutate({ token, password });
      const outcome = await signInWithPassword(email, password);
      window.location.assign(outcome === 'ok' ? '/negotiations' : '/sign-in');
    });
  };
  return (
    <form onSubmit={submit} method="post" noValidate className="space-y-4">
      <p>{t('resetSays')}</p>
      <TextInput
        label={t('new')}
        hint={t('rule')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
      />
      <p role="alert" className="text-note text-out-of-reach empty:hidden">
        {short ? t('short') : fault}
      </p>
      <Button type="submit" look="primary" disabled={state !== 'idle'} className="w-full">
        {t('choose')}
      </Button>
    </form>
  );
}
