'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { FileGuarantee } from '@/negotiation/file/model';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';

/** A facilitator says that a guarantee is delivered, with what shows it, or takes that back. */
export function DeliverForm({
  negotiation,
  guarantee,
}: {
  readonly negotiation: string;
  readonly guarantee: FileGuarantee;
}) {
  const t = useTranslations('threats.guarantees');
  const client = useClient();
  const [evidence, setEvidence] = useState('');
  const delivered = guarantee.delivered === true;
  const change = useChange(
    `${negotiation}/deliver/${guarantee.id}`,
    (data: { readonly guarantee: FileGuarantee; readonly evidence: string | null }, idempotencyKey) => {
      const { threats, ...rest } = data.guarantee;
      const asked = { ...rest, ...(threats && { threats: [...threats] }) };
      return client.terms.change.mutate({
        negotiation,
        change: { type: 'guarantee.changed', data: { guarantee: asked, evidence: data.evidence } },
        idempotencyKey,
      });
    },
  );
  return (
    <form
      className="mt-2 flex flex-wrap items-end gap-3"
      onSubmit={async (event) => {
        event.preventDefault();
        const asked = { ...guarantee, delivered: !delivered };
        if (await change.run({ guarantee: asked, evidence: evidence.trim() || null })) setEvidence('');
      }}
    >
      {delivered ? null : (
        <div className="min-w-60 flex-1">
          <Field label={t('evidence')}>
            {(id) => (
              <input
                id={id}
                type="text"
                inputMode="url"
                required
                maxLength={2000}
                className="field"
                value={evidence}
                onChange={(event) => setEvidence(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
      )}
      <Button type="submit" disabled={change.pending}>
        {t(delivered ? 'undeliver' : 'deliver')}
        <span className="sr-only">: {guarantee.title}</span>
      </Button>
      <Fault sentence={change.fault} />
    </form>
  );
}
