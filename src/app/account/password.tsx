'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiClient } from '../api-client';
import { isTooShort } from '../new-password';
import { SendForm, type Typed } from '../send-form';
import { TextInput } from '../text-input';
import { useSend } from '../use-send';

/** Another password, which ends every other session. */
export function Password() {
  const t = useTranslations('account.password');
  const sending = useSend();
  const [short, setShort] = useState(false);
  const change = async (typed: Typed, clear: () => void) => {
    const [current, next] = [typed('current'), typed('next')];
    setShort(isTooShort(next));
    if (isTooShort(next)) return;
    const isDone = await sending.send(async () => {
      await apiClient().account.changePassword.mutate({ current, next });
    });
    if (isDone) clear();
  };
  return (
    <SendForm
      sending={sending}
      refused={short ? t('short') : null}
      onSend={change}
      action={t('change')}
      below={
        <p role="status" className="text-note text-muted">
          {t(sending.state === 'done' ? 'done' : 'says')}
        </p>
      }
    >
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
    </SendForm>
  );
}
