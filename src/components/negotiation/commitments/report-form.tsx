'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { CommitmentStatus } from '@/negotiation/commitment-view';
import { COMMITMENT_STATUSES } from '@/negotiation/events/commitment-statuses';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';

/** A delegate's report on the commitment of their stakeholder. */
export function ReportForm({
  negotiation,
  stakeholder,
  status: before,
}: {
  readonly negotiation: string;
  readonly stakeholder: { readonly id: string; readonly name: string };
  /** As reported last. */
  readonly status: CommitmentStatus | null;
}) {
  const t = useTranslations('commitments');
  const client = useClient();
  const group = useId();
  const [open, setOpen] = useState(false);
  const [status, setStatus] = useState<CommitmentStatus>(before ?? 'planned');
  const [evidence, setEvidence] = useState('');
  const change = useChange(
    `${negotiation}/report/${stakeholder.id}`,
    (input: { status: CommitmentStatus; evidence: string | null }, idempotencyKey) =>
      client.commitment.report.mutate({
        negotiation,
        stakeholder: stakeholder.id,
        ...input,
        idempotencyKey,
      }),
  );
  if (!open) {
    return (
      <Button onClick={() => setOpen(true)}>{t('report.action', { stakeholder: stakeholder.name })}</Button>
    );
  }
  return (
    <form
      className="space-y-3"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!(await change.run({ status, evidence: evidence.trim() || null }))) return;
        setEvidence('');
        setOpen(false);
      }}
    >
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="text-note font-medium">{t('report.status')}</legend>
        {COMMITMENT_STATUSES.map((each) => (
          <label key={each} className="flex min-h-9 items-center gap-2">
            <input type="radio" name={group} checked={status === each} onChange={() => setStatus(each)} />
            {t(`status.${each}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('report.evidence')}>
        {(id) => (
          <input
            id={id}
            type="text"
            inputMode="url"
            maxLength={2000}
            className="field"
            value={evidence}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" disabled={change.pending}>
          {t('report.record')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('report.cancel')}</Button>
      </div>
      <Fault sentence={change.fault} />
    </form>
  );
}
