'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { useClient } from '../use-client';
import { Confirm } from './confirm';
import { useChange } from './use-change';

/** Takes a profile off the table between rounds; the default stays, and two are left. */
export function WithdrawProfile({
  negotiation,
  profiles,
}: {
  readonly negotiation: string;
  readonly profiles: readonly { readonly id: string; readonly title: string }[];
}) {
  const t = useTranslations('session.withdraw');
  const client = useClient();
  const [chosen, setChosen] = useState(profiles[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const change = useChange(
    `${negotiation}/withdraw`,
    (input: { readonly profile: string; readonly reason: string | null }, idempotencyKey) =>
      client.profile.withdraw.mutate({ negotiation, ...input, idempotencyKey }),
  );
  const profile = profiles.find(({ id }) => id === chosen) ?? profiles[0];
  if (profile === undefined) return <p className="text-muted">{t('nothing')}</p>;
  return (
    <Confirm
      action={t('action')}
      title={t('title')}
      confirm={t('confirm', { title: profile.title })}
      pending={change.pending}
      fault={change.fault}
      onConfirm={() =>
        change.run({ profile: profile.id, reason: reason.trim() === '' ? null : reason.trim() })
      }
    >
      <p>{t('says')}</p>
      <Field label={t('which')}>
        {(id) => (
          <select
            id={id}
            value={profile.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
            className="field"
          >
            {profiles.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('reason')}>
        {(id) => (
          <textarea
            id={id}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            className="field py-2"
          />
        )}
      </Field>
    </Confirm>
  );
}
