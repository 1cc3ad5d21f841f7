'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { useClient } from '../use-client';
import { Confirm } from './confirm';
import { Fault } from './fault';
import { useChange } from './use-change';

/** A stakeholder's word on one question, which may still be changed until the question is settled. */
export function AnswerConsent({
  negotiation,
  consent,
  stakeholder,
  word,
}: {
  readonly negotiation: string;
  readonly consent: number;
  readonly stakeholder: { readonly id: string; readonly name: string };
  readonly word: 'given' | 'refused' | null;
}) {
  const t = useTranslations('session.consent');
  const client = useClient();
  const [reason, setReason] = useState('');
  const place = `${negotiation}/consent/${consent}/${stakeholder.id}`;
  const about = { negotiation, consent, stakeholder: stakeholder.id };
  const give = useChange(`${place}/give`, (_: null, idempotencyKey) =>
    client.consent.give.mutate({ ...about, idempotencyKey }),
  );
  const refuse = useChange(`${place}/refuse`, (why: string | null, idempotencyKey) =>
    client.consent.refuse.mutate({ ...about, reason: why, idempotencyKey }),
  );
  const { name } = stakeholder;
  return (
    <div className="mt-3">
      {word === null ? null : <p className="mb-2 text-note">{t(`mine.${word}`, { name })}</p>}
      <div className="flex flex-wrap gap-3">
        {word === 'given' ? null : (
          <Button look="primary" disabled={give.pending} onClick={() => void give.run(null)}>
            {t('give', { name })}
          </Button>
        )}
        {word === 'refused' ? null : (
          <Confirm
            action={t('refuse', { name })}
            title={t('refuseTitle', { name })}
            confirm={t('refuseConfirm')}
            pending={refuse.pending}
            fault={refuse.fault}
            onConfirm={() => refuse.run(reason.trim() === '' ? null : reason.trim())}
          >
            <p>{t('refuseSays')}</p>
            <Field label={t('reason')}>
              {(id) => (
                <textarea
                  id={id}
                  value={reason}
                  rows={3}
                  onChange={(event) => setReason(event.currentTarget.value)}
                  className="field py-2"
                />
              )}
            </Field>
          </Confirm>
        )}
      </div>
      <Fault sentence={give.fault} />
    </div>
  );
}
