'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { signInWithPassword } from './sign-in-with-password';

/** As the documentation of the demonstration says; it opens nothing that is real. */
const DEMO_PASSWORD = 'parley-demo';

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly kind: 'facilitator' | 'auditor' | 'observer' | 'admin' | 'delegate';
  readonly stakeholder: { readonly id: string; readonly name: string } | null;
}

/** One click signs in as any account of the demonstration. */
export function DemoAccounts({
  accounts,
  next,
}: {
  readonly accounts: readonly DemoAccount[];
  readonly next: string;
}) {
  const t = useTranslations('signIn');
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const enter = async (email: string) => {
    setBusy(email);
    setFailed(false);
    const outcome = await signInWithPassword(email, DEMO_PASSWORD);
    if (outcome === 'ok') return window.location.assign(next);
    setBusy(null);
    setFailed(true);
  };
  const groups = [
    { title: t('demoRoles'), members: accounts.filter((each) => each.kind !== 'delegate') },
    { title: t('demoDelegates'), members: accounts.filter((each) => each.kind === 'delegate') },
  ];
  return (
    <section aria-labelledby="demo-title">
      <h2 id="demo-title" className="text-lead">
        {t('demoTitle')}
      </h2>
      <p className="mt-1 text-muted">{t('demoSays')}</p>
      <p role="alert" className="min-h-6 text-note text-out-of-reach">
        {failed ? t('failed') : null}
      </p>
      {groups.map((group) => (
        <div key={group.title} className="mt-2 mb-6">
          <h3 className="mb-2 font-sans text-note font-semibold text-muted">{group.title}</h3>
          <ul className="flex flex-wrap gap-2">
            {group.members.map((account) => {
              const name = account.stakeholder?.name ?? account.name;
              return (
                <li key={account.email}>
                  <Button
                    aria-label={t('demoAs', { name })}
                    disabled={busy !== null}
                    onClick={() => enter(account.email)}
                  >
                    {name}
                  </Button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
