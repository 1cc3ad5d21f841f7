'use client';

import { useTranslations } from 'next-intl';
import { type Dispatch, useState } from 'react';
import type { Change } from './change';
import type { BallotFrame, Form } from './form';
import { KindChoice } from './kind-choice';
import { ownScore, pointsOf } from './own-score';
import { ProfileRow } from './profile-row';
import { QuickOrder } from './quick-order';
import { byBest, inRowOrder } from './row-order';
import { ScaleAxis } from './scale-axis';

/** What a ballot says: how it is stated, and a row of the common scale for each profile. */
export function BallotFields({
  form,
  frame,
  stakeholder,
  typed = false,
  dispatch,
}: {
  readonly form: Form;
  readonly frame: BallotFrame;
  /** Its name. */
  readonly stakeholder: string;
  /** Copied from paper: no number is made here from an order. */
  readonly typed?: boolean;
  readonly dispatch: Dispatch<Change>;
}) {
  const t = useTranslations('ballot');
  // As it was when it was asked for: rows that moved under the hand that drags them would be of no use.
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const base = frame.profiles.find((profile) => profile.default === true)?.id;
  const baseRow = base === undefined ? undefined : form.rows[base];
  const baseScore = baseRow === undefined ? null : ownScore(baseRow, form);
  return (
    <>
      <KindChoice form={form} frame={frame} dispatch={dispatch} />
      {form.kind === 'abstain' ? (
        <p className="prose-column font-serif text-prose">{t('kind.abstainSays', { stakeholder })}</p>
      ) : (
        <section aria-labelledby="scale-title">
          <h2 id="scale-title" className="text-lead">
            {t('scaleTitle')}
          </h2>
          <p className="prose-column mt-1 text-note text-muted">
            {t('scaleSays')} {typed ? null : <span className="noscript:hidden">{t('scaleDrag')}</span>}
          </p>
          <div className="mt-3 mb-2 flex flex-wrap gap-x-6 gap-y-1 noscript:hidden">
            <OrderButton pressed={order !== null} onPress={() => setOrder(byBest(form, frame))}>
              {t('order.byBest')}
            </OrderButton>
            <OrderButton pressed={order === null} onPress={() => setOrder(null)}>
              {t('order.asListed')}
            </OrderButton>
            {form.kind === 'scores' && base !== undefined && !typed ? (
              <QuickOrder form={form} frame={frame} base={base} dispatch={dispatch} />
            ) : null}
          </div>
          <ScaleAxis today={baseScore === null ? null : pointsOf(baseScore)} />
          <ol>
            {inRowOrder(frame.profiles, order).map((profile) => (
              <ProfileRow
                key={profile.id}
                profile={profile}
                form={form}
                frame={frame}
                base={baseScore}
                dispatch={dispatch}
              />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function OrderButton({
  pressed,
  onPress,
  children,
}: {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className="min-h-9 text-note underline decoration-strong underline-offset-3 hover:text-accent aria-pressed:font-semibold aria-pressed:decoration-accent"
    >
      {children}
    </button>
  );
}
