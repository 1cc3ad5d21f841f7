'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { apiClient } from '../api-client';
import { SendForm, type Typed } from '../send-form';
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
  const sending = useSend();
  const change = async (typed: Typed, clear: () => void) => {
    const asked = { email: typed('email').trim(), password: typed('password') };
    const isDone = await sending.send(async () => {
      await apiClient().account.changeAddress.mutate(asked);
    });
    if (!isDone) return;
    clear();
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
      <SendForm
        sending={sending}
        onSend={change}
        action={t('change')}
        below={<p className="text-note text-muted">{t('says')}</p>}
      >
        <TextInput label={t('new')} name="email" type="email" autoComplete="email" required />
        <TextInput
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </SendForm>
    </div>
  );
}
