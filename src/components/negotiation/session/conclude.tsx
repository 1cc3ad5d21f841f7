'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Field } from '@/components/ui/field';
import { useClient } from '../use-client';
import { Confirm } from './confirm';
import { useChange } from './use-change';

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly clears: boolean;
  /** Verdict, and what else tells for it. */
  readonly says: ReactNode;
}

/** Adopts one profile, or none. What does not clear is adopted only with a reason (product.md §2). */
export function Conclude({
  negotiation,
  seen,
  choices,
}: {
  readonly negotiation: string;
  readonly seen: number;
  readonly choices: readonly Choice[];
}) {
  const t = useTranslations('session.conclude');
  const client = useClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const change = useChange(
    `${negotiation}/conclude`,
    (input: { readonly profile: string | null; readonly reason: string | null }, idempotencyKey) =>
      client.negotiation.conclude.mutate({ negotiation, seen, ...input, idempotencyKey }),
  );
  const choice = choices.find(({ id }) => id === chosen);
  const why = reason.trim();
  const needsReason = choice !== undefined && !choice.clears;
  const option = (value: string, title: string, says: ReactNode) => (
    <li key={value} className="border-b border-line py-3">
      <label className="flex items-start gap-3">
        <input
          type="radio"
          name="conclusion"
          value={value}
          checked={chosen === value}
          onChange={() => setChosen(value)}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span className="font-medium">{title}</span>
      </label>
      <div className="pl-7 text-note">{says}</div>
    </li>
  );
  return (
    <>
      <fieldset>
        <legend className="sr-only">{t('legend')}</legend>
        <ul className="border-t border-line">
          {choices.map(({ id, title, says }) => option(id, title, says))}
          {option('', t('none'), t('noneSays'))}
        </ul>
      </fieldset>
      <div className="mt-4 max-w-xl">
        <Field label={t(needsReason ? 'reasonNeeded' : 'reason')}>
          {(id) => (
            <textarea
              id={id}
              rows={3}
              required={needsReason}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              className="field py-2"
            />
          )}
        </Field>
      </div>
      <p className="mt-2 mb-4 min-h-5 text-note text-muted" aria-live="polite">
        {chosen === null ? t('chooseFirst') : needsReason && why === '' ? t('reasonFirst') : null}
      </p>
      {chosen === null || (needsReason && why === '') ? null : (
        <Confirm
          action={t('action')}
          title={choice === undefined ? t('titleNone') : t('titleProfile', { profile: choice.title })}
          confirm={choice === undefined ? t('confirmNone') : t('confirm', { profile: choice.title })}
          look="primary"
          pending={change.pending}
          fault={change.fault}
          onConfirm={() => change.run({ profile: choice?.id ?? null, reason: why === '' ? null : why })}
        >
          <p>{t('final')}</p>
          {choice === undefined ? null : <p>{t('commitments')}</p>}
        </Confirm>
      )}
    </>
  );
}
