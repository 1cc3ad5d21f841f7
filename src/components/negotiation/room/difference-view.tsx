'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Moved } from '@/audit/diff';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { stakeholderName } from '../labels';
import { Dumbbells } from './dumbbells';
import { FlipList } from './flip-list';
import { MovedTable } from './moved-table';
import type { Overview } from './orders';
import { PositionField } from './position-field';
import { usePart } from './use-part';
import type { Ask, RoomState } from './use-room';

const SHOWN = 12;

/** What is another at one position than at an earlier one: in sentences, as dumbbells, and as a table. */
export function DifferenceView({
  negotiation,
  overview,
  state,
  ask,
  position,
  onPosition,
}: {
  readonly negotiation: string;
  readonly overview: Overview;
  readonly state: RoomState;
  readonly ask: Ask;
  readonly position: number;
  readonly onPosition: (position: number) => void;
}) {
  const t = useTranslations('room');
  const last = overview.size - 1;
  const [from, setFrom] = useState(
    () => overview.marks.find(({ type }) => type === 'round.opened')?.position ?? 0,
  );
  const [to, setTo] = useState(last);
  const ordered = from <= to;
  useEffect(() => {
    if (ordered) ask({ kind: 'difference', from, to });
  }, [ask, from, to, ordered]);
  const { difference, comparing } = state;
  const current = difference !== null && difference.from === from && difference.to === to ? difference : null;
  return (
    <Section id="difference" title={t('difference.title')}>
      <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
        <div>
          <PositionField label={t('difference.from')} value={from} last={last} onPosition={setFrom} />
          <Button className="mt-2" onClick={() => setFrom(position)}>
            {t('difference.useFrom')}
          </Button>
        </div>
        <div>
          <PositionField label={t('difference.to')} value={to} last={last} onPosition={setTo} />
          <Button className="mt-2" onClick={() => setTo(position)}>
            {t('difference.useTo')}
          </Button>
        </div>
      </div>
      <p
        className="prose-column mt-4 min-h-14 font-serif text-prose"
        role="status"
        data-testid="difference"
        data-between={current === null ? '' : `${from}-${to}`}
      >
        {!ordered ? t('difference.order') : null}
        {ordered && current === null ? t('computing') : null}
        {current === null
          ? null
          : t('difference.finding', {
              from,
              to,
              moved: current.moved.length,
              flips: current.flipped.reduce((sum, { flips }) => sum + flips.length, 0),
            })}
      </p>
      {ordered && current === null && comparing !== null ? (
        <progress
          aria-label={t('difference.progress', { position: comparing, to })}
          max={Math.max(1, to - from)}
          value={Math.max(0, comparing - from)}
          className="block w-full max-w-80"
        />
      ) : null}
      {current === null || current.flipped.length === 0 ? null : (
        <>
          <h3 className="mt-4 mb-2 font-sans text-base font-semibold">{t('difference.flipsTitle')}</h3>
          <FlipList
            found={current.flipped}
            frame={overview.frame}
            negotiation={negotiation}
            onPosition={onPosition}
          />
        </>
      )}
      {current === null || current.moved.length === 0 ? null : (
        <MovedScores key={`${from} ${to}`} moved={current.moved} overview={overview} />
      )}
    </Section>
  );
}

function MovedScores({ moved, overview }: { readonly moved: readonly Moved[]; readonly overview: Overview }) {
  const t = useTranslations('room');
  const { frame } = overview;
  const { shown, more } = usePart(moved, SHOWN);
  return (
    <figure className="mt-6">
      <h3 className="font-sans text-base font-semibold">{t('difference.movedTitle')}</h3>
      <figcaption className="prose-column mt-1 mb-4 text-note text-muted">
        {t('difference.howToRead')}
      </figcaption>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-8 gap-y-6">
        {shown.map(({ stakeholder, from, to, scores }) => (
          <li key={stakeholder} data-moved={stakeholder} className="min-w-0 border-t border-line pt-2">
            <p className="mb-1 font-medium">
              {t('moved', {
                name: stakeholderName(stakeholder, frame),
                from: t(`word.${from.kind}`),
                to: t(`word.${to.kind}`),
                count: scores.length,
              })}
            </p>
            {scores.length === 0 ? null : <Dumbbells scores={scores} frame={frame} />}
          </li>
        ))}
      </ul>
      {more}
      <MovedTable caption={t('difference.table')} rows={shown} frame={frame} />
    </figure>
  );
}
