'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiClient } from '../../api-client';
import { isTooShort } from '../../new-password';
import { SendForm, type Typed } from '../../send-form';
import { signInWithPassword } from '../../sign-in/sign-in-with-password';
import { TextInput } from '../../text-input';
import { useSend } from '../../use-send';

export function ResetForm({ token }: { readonly token: string }) {
  const t = useTranslations('password');
  const sending = useSend();
  const [short, setShort] = useState(false);
  const choose = async (typed: Typed) => {
    const password = typed('password');
    setShort(isTooShort(password));
    if (isTooShort(password)) return;
    await sending.send(async () => {
      const { email } = await apiClient().account.reset.mutate({ token, password });
      const outcome = await signInWithPassword(email, password);
      window.location.assign(outcome === 'ok' ? '/negotiations' : '/sign-in');
    });
  };
  return (
    <SendForm
      sending={sending}
      refused={short ? t('short') : null}
      onSend={choose}
      action={t('choose')}
      isLast
      noValidate
    >
      <p>{t('resetSays')}</p>
      <TextInput
        label={t('new')}
        hint={t('rule')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
      />
    </SendForm>
  );
}
