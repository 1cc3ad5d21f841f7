'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useClient } from '../use-client';
import { Fault } from './fault';
import { useChange } from './use-change';

/** One's own proposal may be taken back while it waits. */
export function TakeBack({
  negotiation,
  profile,
}: {
  readonly negotiation: string;
  readonly profile: string;
}) {
  const t = useTranslations('session.proposals');
  const client = useClient();
  const change = useChange(`${negotiation}/withdraw/${profile}`, (_: null, idempotencyKey) =>
    client.profile.withdraw.mutate({ negotiation, profile, reason: null, idempotencyKey }),
  );
  return (
    <div className="mt-3">
      <Button disabled={change.pending} onClick={() => void change.run(null)}>
        {t('takeBack')}
      </Button>
      <Fault sentence={change.fault} />
    </div>
  );
}
