'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';

/** Takes back one's own pledge for a profile. */
export function Withdraw({
  negotiation,
  stakeholder,
  profile,
}: {
  readonly negotiation: string;
  readonly stakeholder: { readonly id: string; readonly name: string };
  readonly profile: { readonly id: string; readonly title: string };
}) {
  const t = useTranslations('pledges');
  const client = useClient();
  const change = useChange(
    `${negotiation}/withdraw/${stakeholder.id}/${profile.id}`,
    (from: string, idempotencyKey) =>
      client.pledge.withdraw.mutate({
        negotiation,
        stakeholder: stakeholder.id,
        profile: from,
        idempotencyKey,
      }),
  );
  return (
    <div className="mt-3">
      <Button disabled={change.pending} onClick={() => void change.run(profile.id)}>
        {t('withdraw', { stakeholder: stakeholder.name })}
        <span className="sr-only"> {t('withdrawFor', { profile: profile.title })}</span>
      </Button>
      <Fault sentence={change.fault} />
    </div>
  );
}
