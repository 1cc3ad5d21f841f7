'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { AcuteRiskView } from '@/negotiation/threat-view';
import { IntervalField } from '../ballot/interval-field';
import { readTriple, scoreEntry, type Triple, tripleText } from '../ballot/score-text';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';

const ANYWHERE = tripleText(0, 50, 100);

/** One stakeholder's interval for how far a profile would end the acute risk period (aggregation.md §5). */
export function AcuteRiskForm({
  negotiation,
  stakeholder,
  profile,
  said,
}: {
  readonly negotiation: string;
  readonly stakeholder: string;
  readonly profile: { readonly id: string; readonly title: string };
  readonly said: AcuteRiskView | undefined;
}) {
  const t = useTranslations('threats.acute');
  const b = useTranslations('ballot');
  const client = useClient();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(said === undefined ? ANYWHERE : textOf(said.ends));
  const [reason, setReason] = useState(said?.reason ?? '');
  const change = useChange(
    `${negotiation}/acute/${stakeholder}/${profile.id}`,
    (input: { readonly ends: number | Triple; readonly reason: string | null }, idempotencyKey) =>
      client.acuteRisk.assess.mutate({
        negotiation,
        stakeholder,
        profile: profile.id,
        ...input,
        idempotencyKey,
      }),
  );
  if (!open) {
    return (
      <Button onClick={() => setOpen(true)}>
        {said === undefined ? t('state', { profile: profile.title }) : t('change')}
        {said === undefined ? null : <span className="sr-only">: {profile.title}</span>}
      </Button>
    );
  }
  const triple = readTriple(text);
  const sound = triple !== null && triple[0] <= triple[1] && triple[1] <= triple[2];
  return (
    <form
      className="space-y-3"
      onSubmit={async (event) => {
        event.preventDefault();
        if (triple === null) return;
        const done = await change.run({ ends: scoreEntry(triple), reason: reason.trim() || null });
        if (done) setOpen(false);
      }}
    >
      <IntervalField
        value={text}
        nameOf={(end) => t('handle', { profile: profile.title, which: b(end) })}
        onTriple={setText}
        onEnd={(end, to) => setText({ ...text, [end]: to })}
      />
      <Field label={t('reason')}>
        {(id) => (
          <input
            id={id}
            type="text"
            maxLength={10_000}
            className="field"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      {sound ? null : <p className="text-note text-out-of-reach">{t('wrong')}</p>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" disabled={!sound || change.pending}>
          {t('record')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
      </div>
      <Fault sentence={change.fault} />
    </form>
  );
}

function textOf(ends: AcuteRiskView['ends']) {
  return typeof ends === 'number' ? tripleText(ends) : tripleText(...ends);
}
