'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { apiClient } from '../api-client';
import { TextInput } from '../text-input';
import { useSend } from '../use-send';

/** The address that is waited for, and the way to another. */
export function Address({
  claimed,
  isFirst,
}: {
  /** Not confirmed so far. */
  readonly claimed: string | null;
  /** The account has no confirmed one. */
  readonly isFirst: boolean;
}) {
  const t = useTranslations('account.address');
  const router = useRouter();
  const again = useSend();
  const { state, fault, send } = useSend();
  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const asked = {
      email: String(data.get('email') ?? '').trim(),
      password: String(data.get('password') ?? ''),
    };
    const isDone = await send(async () => {
      await apiClient().account.changeAddress.mutate(asked);
    });
    if (!isDone) return;
    form.reset();
    router.refresh();
  };
  return (
    <div className="max-w-md space-y-4">
      {claimed === null ? null : (
        <div className="space-y-2 border-l-2 border-within-reach pl-4">
          <p className="[overflow-wrap:anywhere]">
            {t(isFirst ? 'claimed' : 'claimedNext', { email: claimed })}
          </p>
          <Button
            disabled={again.state !== 'idle'}
            onClick={() =>
              again.send(async () => {
                await apiClient().account.confirmAgain.mutate();
              })
            }
          >
            {t('again')}
          </Button>
          <p role="status" className="text-note empty:hidden">
            {again.state === 'done' ? t('againDone') : again.fault}
          </p>
        </div>
      )}
      <form onSubmit={change} method="post" className="space-y-3">
        <TextInput label={t('new')} name="email" type="email" autoComplete="email" required />
        <TextInput
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <p role="alert" className="text-note text-out-of-reach empty:hidden">
          {fault}
        </p>
        <Button type="submit" disabled={state === 'working'}>
          {t('change')}
        </Button>
        <p className="text-note text-muted">{t('says')}</p>
      </form>
    </div>
  );
}
