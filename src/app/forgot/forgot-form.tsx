'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { apiClient } from '../api-client';
import { SendForm, type Typed } from '../send-form';
import { TextInput } from '../text-input';
import { useSend } from '../use-send';

/** Says the same whether or not there is such an account. */
export function ForgotForm() {
  const t = useTranslations('password');
  const sending = useSend();
  const ask = async (typed: Typed) => {
    await sending.send(async () => {
      await apiClient().account.forgot.mutate({ email: typed('email').trim() });
    });
  };
  if (sending.state === 'done') {
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
    <SendForm sending={sending} onSend={ask} action={t('ask')} isLast>
      <p>{t('forgotSays')}</p>
      <TextInput label={t('email')} name="email" type="email" autoComplete="username" required />
    </SendForm>
  );
}
