'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';

/** A delegate disputes, for their own stakeholder, what another has reported. */
export function DisputeForm({
  negotiation,
  stakeholder,
  report,
  which,
  speakers,
}: {
  readonly negotiation: string;
  /** Whose report it is. */
  readonly stakeholder: string;
  readonly report: number;
  /** The report in words, for whoever hears the button alone. */
  readonly which: string;
  readonly speakers: readonly { readonly id: string; readonly name: string }[];
}) {
  const t = useTranslations('commitments.dispute');
  const client = useClient();
  const [open, setOpen] = useState(false);
  const [by, setBy] = useState(speakers[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const change = useChange(
    `${negotiation}/dispute/${report}`,
    (input: { by: string; reason: string }, idempotencyKey) =>
      client.commitment.dispute.mutate({ negotiation, stakeholder, report, ...input, idempotencyKey }),
  );
  if (!open) {
    return (
      <Button onClick={() => setOpen(true)}>
        {t('action')}
        <span className="sr-only"> {which}</span>
      </Button>
    );
  }
  return (
    <form
      className="space-y-3"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!(await change.run({ by, reason: reason.trim() }))) return;
        setReason('');
        setOpen(false);
      }}
    >
      {speakers.length < 2 ? null : (
        <Field label={t('as')}>
          {(id) => (
            <select
              id={id}
              className="field"
              value={by}
              onChange={(event) => setBy(event.currentTarget.value)}
            >
              {speakers.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('reason')}>
        {(id) => (
          <textarea
            id={id}
            rows={3}
            required
            maxLength={10_000}
            className="field py-2"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" disabled={change.pending || reason.trim() === ''}>
          {t('record')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
      </div>
      <Fault sentence={change.fault} />
    </form>
  );
}
