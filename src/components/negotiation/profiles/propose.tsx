'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import type { FileProfile, NegotiationFile } from '@/negotiation/file/model';
import { Check } from '../ballot/check';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';
import { NeedsField, needsFaults } from './needs-field';
import { proposalOf, startProposal } from './proposal-form';
import { StrategyFields } from './strategy-fields';

/** Proposes a profile in a stakeholder's name, or as a facilitator, who admits it at once. */
export function Propose({
  negotiation,
  frame,
  taken,
  stakeholders,
  facilitates,
}: {
  readonly negotiation: string;
  readonly frame: NegotiationFile;
  /** Ids of proposals, also of those that were settled. */
  readonly taken: readonly string[];
  /** Those that the reader speaks for. */
  readonly stakeholders: readonly { readonly id: string; readonly name: string }[];
  readonly facilitates: boolean;
}) {
  const t = useTranslations('profiles.propose');
  const client = useClient();
  const [form, setForm] = useState(() => startProposal(frame, ''));
  const [as, setAs] = useState(facilitates ? '' : (stakeholders[0]?.id ?? ''));
  const [done, setDone] = useState<string | null>(null);
  const change = useChange(
    `${negotiation}/propose`,
    (input: { readonly profile: FileProfile; readonly stakeholder: string | null }, idempotencyKey) =>
      client.profile.propose.mutate({
        negotiation,
        ...input,
        admit: input.stakeholder === null,
        idempotencyKey,
      }),
  );
  const profile = proposalOf(form, frame, taken);
  const ready = profile !== null && needsFaults(form.needs, frame).length === 0;
  const speakers = [
    ...(facilitates ? [{ value: '', label: t('asFacilitator') }] : []),
    ...stakeholders.map(({ id, name }) => ({ value: id, label: t('asDelegate', { name }) })),
  ];
  return (
    <form
      className="space-y-5"
      onSubmit={async (event) => {
        event.preventDefault();
        if (profile === null) return;
        const said = profile.title;
        if (!(await change.run({ profile, stakeholder: as === '' ? null : as }))) return;
        setForm(startProposal(frame, ''));
        setDone(t(as === '' ? 'admitted' : 'sent', { title: said }));
      }}
    >
      <Choice
        label={t('kind')}
        className="max-w-md"
        value={form.amends}
        options={[
          { value: '', label: t('new') },
          ...frame.profiles.map(({ id, title }) => ({ value: id, label: t('amendmentOf', { title }) })),
        ]}
        onChoose={(amends) => setForm({ ...startProposal(frame, amends), title: form.title })}
      />
      {speakers.length < 2 ? null : (
        <Choice label={t('as')} className="max-w-md" value={as} options={speakers} onChoose={setAs} />
      )}
      <Field label={t('titleField')}>
        {(id) => (
          <input
            id={id}
            type="text"
            required
            autoComplete="off"
            value={form.title}
            onChange={(event) => {
              setDone(null);
              setForm({ ...form, title: event.currentTarget.value });
            }}
            className="field max-w-xl"
          />
        )}
      </Field>
      <Field label={t('summary')}>
        {(id) => (
          <textarea
            id={id}
            rows={4}
            value={form.summary}
            onChange={(event) => setForm({ ...form, summary: event.currentTarget.value })}
            className="field max-w-2xl py-2"
          />
        )}
      </Field>
      <StrategyFields
        frame={frame}
        amends={form.amends}
        strategies={form.strategies}
        onChange={(strategies) => setForm({ ...form, strategies })}
      />
      {(frame.guarantees ?? []).length === 0 ? null : (
        <fieldset>
          <legend className="mb-1 text-note font-medium">{t('relies')}</legend>
          {frame.guarantees?.map(({ id, title }) => (
            <Check
              key={id}
              checked={form.relies.includes(id)}
              onChange={(to) =>
                setForm({
                  ...form,
                  relies: to ? [...form.relies, id] : form.relies.filter((other) => other !== id),
                })
              }
            >
              {title}
            </Check>
          ))}
        </fieldset>
      )}
      <NeedsField frame={frame} needs={form.needs} onChange={(needs) => setForm({ ...form, needs })} />
      <Check checked={!form.adoptable} onChange={(to) => setForm({ ...form, adoptable: !to })}>
        {t('state')}
      </Check>
      <Button type="submit" look="primary" disabled={!ready || change.pending}>
        {t(as === '' ? 'actionAdmit' : 'action')}
      </Button>
      <p role="status" className="text-note font-medium">
        {done}
      </p>
      <Fault sentence={change.fault} />
    </form>
  );
}
