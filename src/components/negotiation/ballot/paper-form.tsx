'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useReducer, useRef, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { useClient } from '../use-client';
import { BallotFields } from './ballot-fields';
import { type Change, change } from './change';
import { Check } from './check';
import { type BallotFrame, blankForm, type Form } from './form';
import { hintsOf } from './hints';
import { castingKey, forgetCastingKey } from './idempotency-key';
import { Remarks } from './remarks';
import { BLANK } from './score-text';
import { toBody } from './to-body';
import { useSending } from './use-sending';

/** As in a ballot of one's own, but a `without` score too is blank until its numbers are typed. */
function typed(form: Form, said: Change): Form {
  const after = change(form, said);
  if (said.kind !== 'coverWithout' || !said.to) return after;
  const { profile, guarantee } = said;
  return change(after, { kind: 'setTriple', profile, at: { kind: 'without', guarantee }, to: BLANK });
}

/** A ballot that arrived on paper, typed in by a facilitator. It starts empty: what the stakeholder cast is not theirs to see. */
export function PaperForm({
  negotiation,
  stakeholder,
  frame,
}: {
  readonly negotiation: string;
  readonly stakeholder: { readonly id: string; readonly name: string };
  readonly frame: BallotFrame;
}) {
  const t = useTranslations('ballot');
  const client = useClient();
  const id = useId();
  const [form, dispatch] = useReducer(typed, frame, blankForm);
  const [note, setNote] = useState('');
  const read = useMemo(() => toBody(form, frame), [form, frame]);
  const { state, send: enter } = useSending(client.ballot.enter.mutate);
  const send = () => {
    if (!read.ok) return;
    const said = { ballot: read.body, note: note.trim() === '' ? null : note };
    const place = `${negotiation}/${stakeholder.id}/paper`;
    const idempotencyKey = castingKey(place, JSON.stringify(said));
    enter({ negotiation, stakeholder: stakeholder.id, idempotencyKey, ...said }, () =>
      forgetCastingKey(place),
    );
  };
  if (state.kind === 'done') {
    return (
      <Entered negotiation={negotiation} stakeholder={stakeholder.name} position={state.data.position} />
    );
  }
  return (
    <div className="space-y-8">
      <BallotFields form={form} frame={frame} stakeholder={stakeholder.name} typed dispatch={dispatch} />
      <div className="space-y-4 border-t border-line pt-5">
        <Check checked={form.provisional} onChange={(to) => dispatch({ kind: 'setProvisional', to })}>
          {t('provisional')}
        </Check>
        <div className="max-w-xl">
          <label htmlFor={id} className="mb-1 block text-note font-medium">
            {t('paper.note')}
          </label>
          <textarea
            id={id}
            rows={2}
            value={note}
            maxLength={10_000}
            onChange={({ target }) => setNote(target.value)}
            className="field py-2"
          />
        </div>
        <Remarks
          title={t('paper.problems')}
          problems={read.ok ? [] : read.problems}
          hints={hintsOf(form, frame)}
          frame={frame}
        />
        <p role="alert" className="text-note text-out-of-reach empty:hidden">
          {state.kind === 'failed' ? state.error.message : null}
        </p>
        <Button look="primary" disabled={!read.ok || state.kind === 'pending'} onClick={send}>
          {state.kind === 'pending' ? t('paper.entering') : t('paper.enter')}
        </Button>
      </div>
    </div>
  );
}

function Entered({
  negotiation,
  stakeholder,
  position,
}: {
  readonly negotiation: string;
  readonly stakeholder: string;
  readonly position: number;
}) {
  const t = useTranslations('ballot.paper');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="entered-title" className="space-y-3">
      <h2 id="entered-title" ref={heading} tabIndex={-1} className="text-title outline-none">
        {t('done')}
      </h2>
      <p className="prose-column font-serif text-prose">{t('doneSays', { stakeholder, position })}</p>
      <ButtonLink href={`/n/${negotiation}/people`}>{t('toPeople')}</ButtonLink>
    </section>
  );
}
