'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { FrameChange } from '@/negotiation/state';
import { useClient } from '../use-client';
import { ChangeFields } from './change-fields';
import { ChangeWords } from './change-words';
import { Fault } from './fault';
import { CHANGE_KINDS, changeOf, startChange } from './frame-change-form';
import { useChange } from './use-change';

/** Asks the delegates for consent to exactly one change of the frame, shown as they will read it. */
export function AskConsent({
  negotiation,
  frame,
}: {
  readonly negotiation: string;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('session.ask');
  const client = useClient();
  const [form, setForm] = useState(() => startChange(frame));
  const [note, setNote] = useState('');
  const asking = useChange(
    `${negotiation}/ask`,
    (input: { readonly change: FrameChange; readonly note: string | null }, idempotencyKey) =>
      client.consent.ask.mutate({ negotiation, ...input, idempotencyKey }),
  );
  const change = changeOf(form, frame);
  return (
    <form
      className="space-y-4"
      onSubmit={async (event) => {
        event.preventDefault();
        if (change === null) return;
        if (!(await asking.run({ change, note: note.trim() === '' ? null : note.trim() }))) return;
        setForm(startChange(frame));
        setNote('');
      }}
    >
      <p className="prose-column">{t('says')}</p>
      <Choice
        label={t('what')}
        className="max-w-md"
        value={form.kind}
        options={CHANGE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChoose={(kind) => setForm({ ...startChange(frame), kind })}
      />
      <ChangeFields form={form} frame={frame} onChange={setForm} />
      <Field label={t('note')}>
        {(id) => (
          <textarea
            id={id}
            rows={3}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            className="field max-w-xl py-2"
          />
        )}
      </Field>
      <div className="min-h-16 border-l-2 border-line pl-4" aria-live="polite">
        {change === null ? (
          <p className="text-note text-muted">{t('nothing')}</p>
        ) : (
          <>
            <p className="text-note text-muted">{t('preview')}</p>
            <ChangeWords change={change} frame={frame} standing />
          </>
        )}
      </div>
      <Button type="submit" look="primary" disabled={change === null || asking.pending}>
        {t('action')}
      </Button>
      <Fault sentence={asking.fault} />
    </form>
  );
}
