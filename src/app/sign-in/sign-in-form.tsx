'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { type SignInOutcome, signInWithPassword } from './sign-in-with-password';

const SENTENCE = { wrong: 'wrong', limited: 'limitedSoon', failed: 'failed', missing: 'missing' } as const;

export function SignInForm({ next }: { readonly next: string }) {
  const t = useTranslations('signIn');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<keyof typeof SENTENCE | null>(null);
  const errorId = useId();
  const password = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email') ?? '').trim();
    const secret = String(form.get('password') ?? '');
    if (email === '' || secret === '') return setProblem('missing');
    setBusy(true);
    setProblem(null);
    const outcome: SignInOutcome = await signInWithPassword(email, secret);
    if (outcome === 'ok') return window.location.assign(next);
    setBusy(false);
    setProblem(outcome);
    password.current?.focus();
  };

  return (
    <form onSubmit={submit} method="post" noValidate className="space-y-5">
      <Field label={t('email')}>
        {(id) => (
          <input
            id={id}
            name="email"
            type="email"
            autoComplete="username"
            required
            aria-invalid={problem === 'wrong' || problem === 'missing'}
            aria-describedby={problem === null ? undefined : errorId}
            className="field"
          />
        )}
      </Field>
      <Field label={t('password')}>
        {(id) => (
          <input
            id={id}
            ref={password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            aria-invalid={problem === 'wrong' || problem === 'missing'}
            aria-describedby={problem === null ? undefined : errorId}
            className="field"
          />
        )}
      </Field>
      <p id={errorId} role="alert" className="min-h-12 text-note text-out-of-reach">
        {problem === null ? null : t(SENTENCE[problem])}
      </p>
      <Button type="submit" look="primary" disabled={busy} className="w-full">
        {busy ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}
