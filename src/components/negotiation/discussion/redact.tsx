'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Confirm } from '../session/confirm';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';

/** Takes a comment's text away, by its author or a facilitator; the trace stays. */
export function Redact({ negotiation, comment }: { readonly negotiation: string; readonly comment: number }) {
  const t = useTranslations('discussion');
  const client = useClient();
  const [reason, setReason] = useState('');
  const change = useChange(`${negotiation}/redact/${comment}`, (why: string | null, idempotencyKey) =>
    client.comment.redact.mutate({ negotiation, comment, reason: why, idempotencyKey }),
  );
  return (
    <Confirm
      action={t('redact')}
      title={t('redactDialog.title')}
      confirm={t('redactDialog.confirm')}
      pending={change.pending}
      fault={change.fault}
      onConfirm={() => change.run(reason.trim() || null)}
    >
      <p>{t('redactDialog.says')}</p>
      <Field label={t('redactDialog.reason')}>
        {(id) => (
          <input
            id={id}
            type="text"
            className="field"
            maxLength={10_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
    </Confirm>
  );
}
