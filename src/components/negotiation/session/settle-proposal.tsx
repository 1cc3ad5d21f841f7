'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { useClient } from '../use-client';
import { Confirm } from './confirm';
import { Fault } from './fault';
import { useChange } from './use-change';

/** Admits a proposal, or turns it down with a reason that its proposer reads. */
export function SettleProposal({
  negotiation,
  profile,
  title,
}: {
  readonly negotiation: string;
  readonly profile: string;
  readonly title: string;
}) {
  const t = useTranslations('session.proposals');
  const client = useClient();
  const [reason, setReason] = useState('');
  const admit = useChange(`${negotiation}/admit/${profile}`, (_: null, idempotencyKey) =>
    client.profile.admit.mutate({ negotiation, profile, asDefault: false, idempotencyKey }),
  );
  const refuse = useChange(`${negotiation}/refuse/${profile}`, (why: string, idempotencyKey) =>
    client.profile.refuse.mutate({ negotiation, profile, reason: why, idempotencyKey }),
  );
  return (
    <div className="mt-3">
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={admit.pending} onClick={() => void admit.run(null)}>
          {t('admit', { title })}
        </Button>
        <Confirm
          action={t('refuse')}
          title={t('refuseTitle', { title })}
          confirm={t('refuseConfirm')}
          ready={reason.trim() !== ''}
          pending={refuse.pending}
          fault={refuse.fault}
          onConfirm={() => refuse.run(reason.trim())}
        >
          <Field label={t('reason')}>
            {(id) => (
              <textarea
                id={id}
                required
                rows={3}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                className="field py-2"
              />
            )}
          </Field>
        </Confirm>
      </div>
      <Fault sentence={admit.fault} />
    </div>
  );
}
