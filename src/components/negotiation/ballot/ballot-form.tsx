'use client';

import { useMutation } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useReducer, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { MyBallot } from '@/negotiation/views';
import { BallotFields } from './ballot-fields';
import { change } from './change';
import { Check } from './check';
import { type BallotFrame, startForm } from './form';
import { hintsOf } from './hints';
import { castingKey, forgetCastingKey } from './idempotency-key';
import { Preview } from './preview';
import { readDraftForm } from './read-draft-form';
import { type Cast, Receipt } from './receipt';
import { Remarks } from './remarks';
import { Review } from './review';
import { toBody } from './to-body';
import { useTRPC } from './trpc';
import { useDraft } from './use-draft';

/** A ballot being written, from the draft or the ballot that counts, to the receipt. */
export function BallotForm({
  negotiation,
  stakeholder,
  mine,
  frame,
  uninformed,
}: {
  readonly negotiation: string;
  readonly stakeholder: { readonly id: string; readonly name: string };
  readonly mine: MyBallot;
  readonly frame: BallotFrame;
  /** Whether the stakeholder has required briefings left to acknowledge. */
  readonly uninformed: boolean;
}) {
  const t = useTranslations('ballot');
  const format = useFormatter();
  const trpc = useTRPC();
  const kept = useMemo(() => readDraftForm(mine.draft?.body.form, frame), [mine, frame]);
  const [form, dispatch] = useReducer(change, kept ?? startForm(frame, mine.ballot));
  const [draftShown, setDraftShown] = useState(kept !== null);
  const [done, setDone] = useState<Cast | null>(null);
  const read = useMemo(() => toBody(form, frame), [form, frame]);
  const body = read.ok ? read.body : null;
  const draft = useDraft(
    { negotiation, stakeholder: stakeholder.id },
    kept !== null,
    form,
    body,
    done !== null,
  );
  const cast = useMutation(trpc.ballot.cast.mutationOptions());

  const send = () => {
    if (body === null) return;
    const place = `${negotiation}/${stakeholder.id}`;
    const idempotencyKey = castingKey(place, JSON.stringify(body));
    cast.mutate(
      { negotiation, stakeholder: stakeholder.id, idempotencyKey, ...body },
      {
        onSuccess: (receipt) => {
          forgetCastingKey(place);
          setDone(receipt);
        },
      },
    );
  };

  if (done !== null) {
    return (
      <Receipt
        negotiation={negotiation}
        cast={done}
        onAgain={() => {
          cast.reset();
          setDone(null);
        }}
      />
    );
  }
  return (
    <div className="space-y-8">
      {draftShown && mine.draft !== null ? (
        <div className="flex flex-wrap items-center gap-4 border-l-2 border-accent pl-4">
          <p>
            {t('draft.from', {
              at: format.dateTime(new Date(mine.draft.savedAt), { dateStyle: 'medium', timeStyle: 'short' }),
            })}
          </p>
          <Button
            onClick={() => {
              dispatch({ kind: 'startAgain', frame, ballot: mine.ballot });
              setDraftShown(false);
            }}
          >
            {t('draft.discard')}
          </Button>
        </div>
      ) : null}
      <BallotFields form={form} frame={frame} stakeholder={stakeholder.name} dispatch={dispatch} />
      <Preview
        negotiation={negotiation}
        stakeholder={stakeholder}
        body={body}
        frame={frame}
        uninformed={uninformed}
      />
      <div className="border-t border-line pt-5">
        <Check checked={form.provisional} onChange={(to) => dispatch({ kind: 'setProvisional', to })}>
          {t('provisional')}
        </Check>
        <Remarks problems={read.ok ? [] : read.problems} hints={hintsOf(form, frame)} frame={frame} />
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <Review
            body={body}
            frame={frame}
            stakeholder={stakeholder.name}
            disabled={!mine.open}
            casting={cast.isPending}
            failure={cast.isError ? cast.error.message : null}
            onCast={send}
          />
          <p role="status" data-testid="draft-state" className="text-note text-muted">
            {draft.kind === 'failed' ? t('draft.failed', { reason: draft.reason }) : t(`draft.${draft.kind}`)}
          </p>
        </div>
        {mine.open ? null : <p className="mt-2 text-note">{t('closed')}</p>}
      </div>
    </div>
  );
}
