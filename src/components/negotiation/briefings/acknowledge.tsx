'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';

/** Says, for one stakeholder, that this very version was read. */
export function Acknowledge({
  negotiation,
  briefing,
  version,
  stakeholder,
}: {
  readonly negotiation: string;
  readonly briefing: string;
  readonly version: number;
  readonly stakeholder: { readonly id: string; readonly name: string };
}) {
  const t = useTranslations('briefings.acknowledge');
  const client = useClient();
  const change = useChange(
    `${negotiation}/acknowledge/${briefing}/${stakeholder.id}`,
    (read: number, idempotencyKey) =>
      client.briefing.acknowledge.mutate({
        negotiation,
        briefing,
        stakeholder: stakeholder.id,
        version: read,
        idempotencyKey,
      }),
  );
  return (
    <div>
      <Button look="primary" disabled={change.pending} onClick={() => void change.run(version)}>
        {t('action', { stakeholder: stakeholder.name })}
      </Button>
      <Fault sentence={change.fault} />
    </div>
  );
}
