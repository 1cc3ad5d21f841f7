'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { apiClient } from '../api-client';
import { TextInput } from '../text-input';
import { useSend } from '../use-send';

/** Says the same whether or not there is such an account. */
export function ForgotForm() {
  const t = useTranslations('password');
  const { state, fault, send } = useSend();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
    await send(async () => {
      await apiClient().account.forgot.mutate({ email });
    });
  };
  if (state === 'done') {
    return (
      <>
        <p role="status" className="font-serif text-prose">
          {t('sent')}
        </p>
        <ButtonLink href="/sign-in">{t('toSignIn')}</ButtonLink>
      </>
    );
  }
  return (
    <form onSubmit={submit} method="post" className="space-y-4">
      <p>{t('forgotSays')}</p>
      <TextInput label={t('email')} name="email" type="email" autoComplete="username" required />
      <p role="alert" className="text-note text-out-of-reach empty:hidden">
        {fault}
      </p>
      <Button type="submit" look="primary" disabled={state === 'working'} className="w-full">
        {t('ask')}
      </Button>
    </form>
  );
}
