'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { apiClient } from '../../api-client';
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
  const { state, fault, send } = useSend();
  const [missing, setMissing] = useState<string | null>(null);
  const errorId = useId();
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
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    const email = text('email').trim();
    const password = text('password');
    if (text('name').trim() === '' || email === '') return setMissing(t('missing'));
    if ([...password].length < 12) return setMissing(t('short'));
    setMissing(null);
    await send(async () => {
      const joined = await apiClient().account.signUp.mutate({ token, name: text('name'), email, password });
      const outcome = await signInWithPassword(email, password);
      const there = `/n/${joined.negotiation}`;
      window.location.assign(outcome === 'ok' ? there : `/sign-in?callbackUrl=${encodeURIComponent(there)}`);
    });
  };
  return (
    <form onSubmit={submit} method="post" noValidate aria-describedby={errorId} className="space-y-3">
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
      <p id={errorId} role="alert" className="text-note text-out-of-reach empty:hidden">
        {missing ?? fault}
      </p>
      <Button type="submit" look="primary" disabled={state !== 'idle'} className="w-full">
        {state === 'idle' ? t('signUp') : t('joining')}
      </Button>
      <p className="text-center">
        <Link href={signInPath}>{t('haveAccount')}</Link>
      </p>
    </form>
  );
}
