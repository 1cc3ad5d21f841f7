'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { apiClient } from '../../api-client';
import { isTooShort } from '../../new-password';
import { SendForm, type Typed } from '../../send-form';
import { signInWithPassword } from '../../sign-in/sign-in-with-password';
import { TextInput } from '../../text-input';
import { useSend } from '../../use-send';

/** For somebody who is not signed in: an account on the way, or the way to the one that they have. */
export function SignUpForm({
  token,
  address,
  hasAccount,
}: {
  readonly token: string;
  /** Where the invitation went. */
  readonly address: string | null;
  /** Whether that address has an account: then it is the way to join. */
  readonly hasAccount: boolean;
}) {
  const t = useTranslations('join');
  const sending = useSend();
  const [missing, setMissing] = useState<string | null>(null);
  const signInPath = `/sign-in?callbackUrl=${encodeURIComponent(`/join/${token}`)}` as const;
  if (hasAccount && address !== null) {
    return (
      <>
        <p>{t('hasAccount', { address })}</p>
        <ButtonLink look="primary" href={signInPath} className="w-full">
          {t('signIn')}
        </ButtonLink>
      </>
    );
  }
  const signUp = async (typed: Typed) => {
    const [name, email, password] = [typed('name'), typed('email').trim(), typed('password')];
    if (name.trim() === '' || email === '') return setMissing(t('missing'));
    if (isTooShort(password)) return setMissing(t('short'));
    setMissing(null);
    await sending.send(async () => {
      const joined = await apiClient().account.signUp.mutate({ token, name, email, password });
      const outcome = await signInWithPassword(email, password);
      const there = `/n/${joined.negotiation}`;
      window.location.assign(outcome === 'ok' ? there : `/sign-in?callbackUrl=${encodeURIComponent(there)}`);
    });
  };
  return (
    <SendForm
      sending={sending}
      refused={missing}
      onSend={signUp}
      action={sending.state === 'idle' ? t('signUp') : t('joining')}
      isLast
      noValidate
      below={
        <p className="text-center">
          <Link href={signInPath}>{t('haveAccount')}</Link>
        </p>
      }
    >
      <TextInput label={t('name')} name="name" autoComplete="name" required />
      <TextInput
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={address ?? ''}
        required
      />
      <TextInput label={t('password')} name="password" type="password" autoComplete="new-password" required />
    </SendForm>
  );
}
