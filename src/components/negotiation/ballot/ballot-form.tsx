'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useReducer, useState } from 'react';
import type { BallotBody } from '@/negotiation/file/model';
import type { MyBallot } from '@/negotiation/views';
import { useClient } from '../use-client';
import { BallotFields } from './ballot-fields';
import { change } from './change';
import { Changes } from './changes';
import { Check } from './check';
import { DraftStateLine, FromDraft } from './draft-notes';
import { type BallotFrame, startForm } from './form';
import type { Hidden } from './hidden';
import { hintsOf } from './hints';
import { castingKey, forgetCastingKey } from './idempotency-key';
import { PlainPosting } from './plain-posting';
import { Preview } from './preview';
import { readDraftForm } from './read-draft-form';
import { type Cast, Receipt } from './receipt';
import { Remarks } from './remarks';
import { Review } from './review';
import { toBody } from './to-body';
import { useDraft } from './use-draft';
import { useSending } from './use-sending';

/** A ballot being written, from the draft or the ballot that counts, to the receipt. */
export function BallotForm({
  negotiation,
  stakeholder,
  mine,
  frame,
  uninformed,
  hidden,
}: {
  readonly negotiation: string;
  readonly stakeholder: { readonly id: string; readonly name: string };
  readonly mine: MyBallot;
  readonly frame: BallotFrame;
  /** Whether the stakeholder has required briefings left to acknowledge. */
  readonly uninformed: boolean;
  readonly hidden: Hidden;
}) {
  const t = useTranslations('ballot');
  const client = useClient();
  const router = useRouter();
  const kept = useMemo(() => readDraftForm(mine.draft?.body.form, frame), [mine, frame]);
  const [form, dispatch] = useReducer(change, kept ?? startForm(frame, mine.ballot));
  const [draftShown, setDraftShown] = useState(kept !== null);
  const [done, setDone] = useState<
    (Cast & { readonly replaced: Counting | null; readonly body: BallotBody }) | null
  >(null);
  const read = useMemo(() => toBody(form, frame), [form, frame]);
  const body = read.ok ? read.body : null;
  const place = { negotiation, stakeholder: stakeholder.id };
  const draft = useDraft(place, mine.draft?.savedAt ?? null, form, body, done !== null);
  const cast = useSending(client.ballot.cast.mutate);
  // What counts may have been replaced since the page came, by another delegate or in another window.
  const [seen, setSeen] = useState<MyBallot | null>(null);
  const newest = seen ?? mine;
  const now = countingOf(newest);

  const send = () => {
    if (body === null) return;
    const slot = `${negotiation}/${stakeholder.id}`;
    const idempotencyKey = castingKey(slot, JSON.stringify(body));
    cast.send({ ...place, idempotencyKey, ...body }, (receipt) => {
      forgetCastingKey(slot);
      setDone({ ...receipt, replaced: now, body });
      setDraftShown(false);
      router.refresh();
    });
  };

  if (done !== null) {
    return (
      <Receipt
        negotiation={negotiation}
        cast={done}
        changes={
          done.replaced === null ? null : (
            <Changes
              before={done.replaced.ballot}
              position={done.replaced.position}
              after={done.body}
              frame={frame}
              cast
            />
          )
        }
        onAgain={() => {
          cast.reset();
          setDone(null);
        }}
      />
    );
  }
  return (
    <form
      method="post"
      action={`/n/${negotiation}/ballot/review`}
      onSubmit={(event) => event.preventDefault()}
      className="space-y-8"
    >
      {draftShown && mine.draft !== null ? (
        <FromDraft
          savedAt={mine.draft.savedAt}
          onDiscard={() => {
            dispatch({ kind: 'startAgain', frame, ballot: mine.ballot });
            setDraftShown(false);
          }}
        />
      ) : null}
      <BallotFields form={form} frame={frame} stakeholder={stakeholder.name} dispatch={dispatch} />
      <Preview
        negotiation={negotiation}
        stakeholder={stakeholder}
        body={body}
        counting={now?.ballot ?? null}
        frame={frame}
        uninformed={uninformed}
        hidden={hidden}
      />
      <div className="border-t border-line pt-5">
        <Check
          name="provisional"
          checked={form.provisional}
          onChange={(to) => dispatch({ kind: 'setProvisional', to })}
        >
          {t('provisional')}
        </Check>
        <Remarks
          title={t('problems')}
          problems={read.ok ? [] : read.problems}
          hints={hintsOf(form, frame)}
          frame={frame}
        />
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <Review
            body={body}
            changes={
              now === null || body === null ? null : (
                <>
                  {newest.position !== mine.position ? (
                    <p className="border-l-2 border-within-reach pl-4">
                      {t('changes.meanwhile', { stakeholder: stakeholder.name, position: now.position })}
                    </p>
                  ) : null}
                  <Changes before={now.ballot} position={now.position} after={body} frame={frame} />
                </>
              )
            }
            frame={frame}
            stakeholder={stakeholder.name}
            disabled={!mine.open}
            casting={cast.state.kind === 'pending'}
            failure={cast.state.kind === 'failed' ? cast.state.error.message : null}
            // Where it cannot be asked, nothing can be cast either, and that says so.
            onLook={() => client.ballot.mine.query(place).then(setSeen, () => null)}
            onCast={send}
          />
          <PlainPosting stakeholder={stakeholder.id} savedAt={mine.draft?.savedAt ?? null} />
          <DraftStateLine draft={draft} />
        </div>
        {mine.open ? null : <p className="mt-2 text-note">{t('closed')}</p>}
      </div>
    </form>
  );
}

/** The ballot that counts, and where it stands in the history. */
interface Counting {
  readonly ballot: BallotBody;
  readonly position: number;
}

function countingOf({ ballot, position }: MyBallot): Counting | null {
  if (ballot === null || position === null) return null;
  const { stakeholder: _, at: __, ...body } = ballot;
  return { ballot: body, position };
}
