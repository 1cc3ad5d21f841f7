'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogSheet } from '@/components/ui/dialog-sheet';
import type { Change } from './change';
import type { BallotFrame, Form } from './form';
import { orderScores } from './order-scores';
import { ownScore } from './own-score';
import { type Ranking, rankingOf, tiersOf } from './ranking';
import type { Hundredths } from './score-text';

const load = async () => ({ default: (await import('./order-list')).OrderList });
/** Comes when the button that opens it is pointed at or reached: most write a ballot without it. */
const OrderList = lazy(load);

/** Where today stands while nothing can be read of it. */
const HALF_WAY: Hundredths = [5000, 5000, 5000];

/**
 * The quick way to a ballot: the profiles in order first, and the numbers that follow from it, seen before they are
 * put on the scale. Nothing changes until then.
 */
export function QuickOrder({
  form,
  frame,
  base,
  dispatch,
}: {
  readonly form: Form;
  readonly frame: BallotFrame;
  /** The default. */
  readonly base: string;
  readonly dispatch: (change: Change) => void;
}) {
  const t = useTranslations('ballot.quick');
  const [ranking, setRanking] = useState<Ranking | null>(null);
  const row = form.rows[base];
  const today = (row === undefined ? null : ownScore(row, form))?.ends ?? HALF_WAY;
  const scores = ranking === null ? null : orderScores(ranking, base, today);
  const isRoom = ranking === null || scores === null || hasRoom(ranking, scores);
  const close = () => setRanking(null);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className="min-h-9 text-note underline decoration-strong underline-offset-3 hover:text-accent"
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setRanking(rankingOf(form, frame, base))}
      >
        {t('open')}
      </button>
      {ranking === null || scores === null ? null : (
        <DialogSheet
          title={t('title')}
          says={t('says')}
          onClose={close}
          actions={
            <>
              <p role="status" className="pb-2 text-note text-out-of-reach empty:hidden">
                {isRoom ? null : t('noRoom')}
              </p>
              <div className="flex flex-wrap justify-end gap-3">
                <Button onClick={close}>{t('back')}</Button>
                <Button
                  look="primary"
                  disabled={!isRoom}
                  onClick={() => {
                    dispatch({ kind: 'setScores', scores });
                    close();
                  }}
                >
                  {t('use')}
                </Button>
              </div>
            </>
          }
        >
          <p className="mt-2 mb-4 text-note">{t('how')}</p>
          <Suspense fallback={<div className="min-h-96" />}>
            <OrderList ranking={ranking} scores={scores} frame={frame} base={base} onChange={setRanking} />
          </Suspense>
        </DialogSheet>
      )}
    </>
  );
}

/** Whether every tier has a best guess of its own. */
function hasRoom(ranking: Ranking, scores: ReturnType<typeof orderScores>): boolean {
  const { tiers } = tiersOf(ranking);
  return new Set(tiers.map((tier) => scores.get(tier[0] ?? '')?.[1])).size === tiers.length;
}
