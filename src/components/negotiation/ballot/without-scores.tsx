'use client';

import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { FileProfile } from '@/negotiation/file/model';
import { guaranteeTitle } from '../labels';
import type { Change } from './change';
import { Check } from './check';
import type { BallotFrame, Form, Row } from './form';
import { IntervalNumbers } from './interval-numbers';
import { IntervalSlider } from './interval-slider';
import { type OwnScore, ownScore, pointsOf } from './own-score';
import { withoutField } from './posted';
import { ScaleRow, StillInterval } from './scale-row';
import { BLANK, type End, type Triple } from './score-text';

/**
 * How good the profile is without each guarantee that it relies on (aggregation.md §7), on the common scale beside the
 * profile's own score; where nothing is stated, what is then supposed: the worst.
 */
export function WithoutScores({
  profile,
  row,
  form,
  frame,
  base,
  dispatch,
}: {
  readonly profile: FileProfile;
  readonly row: Row;
  readonly form: Form;
  readonly frame: BallotFrame;
  readonly base: OwnScore | null;
  readonly dispatch: (change: Change) => void;
}) {
  const t = useTranslations('ballot');
  const relies = profile.relies ?? [];
  const stated = relies.filter((id) => row.without[id] !== undefined).length;
  const own = ownScore(row, form);
  const today = base === null ? null : pointsOf(base);
  return (
    <div className={clsx('contents', !row.covered && 'not-noscript:hidden')}>
      <Disclosure summary={t('without.title', { stated, count: relies.length })}>
        <p className="prose-column mb-2 text-note text-muted">{t('without.says')}</p>
        <ul>
          {own === null ? null : (
            <li>
              <ScaleRow
                flat
                name={<p className="border-l-2 border-ink pl-3 text-note font-medium">{t('without.own')}</p>}
                today={today}
                marks={<StillInterval ends={pointsOf(own)} stated />}
                numbers={<Ends own={pointsOf(own)} />}
              />
            </li>
          )}
          {relies.map((id) => (
            <Without
              key={id}
              guarantee={{ id, title: guaranteeTitle(id, frame) }}
              profile={profile}
              row={row}
              own={own}
              today={today}
              dispatch={dispatch}
            />
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Without({
  guarantee,
  profile,
  row,
  own,
  today,
  dispatch,
}: {
  readonly guarantee: { readonly id: string; readonly title: string };
  readonly profile: FileProfile;
  readonly row: Row;
  readonly own: OwnScore | null;
  readonly today: Triple | null;
  readonly dispatch: (change: Change) => void;
}) {
  const t = useTranslations('ballot');
  const said = row.without[guarantee.id];
  const at = { kind: 'without', guarantee: guarantee.id } as const;
  const worst: Triple = [0, 0, own === null ? 100 : pointsOf(own)[2]];
  const nameOf = (end: End | 'whole') =>
    t('handleWithout', { profile: profile.title, guarantee: guarantee.title, which: t(end) });
  return (
    <li>
      <ScaleRow
        flat={said === undefined}
        name={
          <div className="border-l-2 border-line pl-3">
            <Check
              checked={said !== undefined}
              onChange={(to) =>
                dispatch({ kind: 'coverWithout', profile: profile.id, guarantee: guarantee.id, to })
              }
              className="noscript:hidden"
            >
              {t('without.state', { guarantee: guarantee.title })}
            </Check>
            <p className="hidden text-note noscript:block">
              {t('review.withoutOf', { guarantee: guarantee.title })}
            </p>
          </div>
        }
        today={today}
        marks={
          said === undefined ? (
            <StillInterval ends={worst} stated={false} />
          ) : (
            <IntervalSlider
              value={said}
              nameOf={nameOf}
              onTriple={(to) => dispatch({ kind: 'setTriple', profile: profile.id, at, to })}
            />
          )
        }
        numbers={
          <>
            {said === undefined ? <LeftOut high={worst[2]} /> : null}
            <div className={clsx(said === undefined && 'hidden noscript:block')}>
              <IntervalNumbers
                value={said ?? BLANK}
                leftOut={said === undefined}
                nameOf={nameOf}
                fieldOf={(end) => withoutField(profile.id, guarantee.id, end)}
                onEnd={(end, to) => dispatch({ kind: 'setEnd', profile: profile.id, at, end, to })}
              />
            </div>
          </>
        }
      />
    </li>
  );
}

function LeftOut({ high }: { readonly high: number }) {
  const t = useTranslations('ballot');
  const format = useFormatter();
  return (
    <p className="pb-2 text-note text-muted lg:pb-0">
      {t('without.leftOut', { high: format.number(high, { maximumFractionDigits: 2 }) })}
    </p>
  );
}

function Ends({ own }: { readonly own: Triple }) {
  const t = useTranslations('ballot');
  const format = useFormatter();
  const [low, best, high] = own.map((end) => format.number(end, { maximumFractionDigits: 2 }));
  return (
    <p className="pb-2 text-note text-muted tabular-nums lg:pb-0">
      {t('intervalText', { low: low ?? '', best: best ?? '', high: high ?? '' })}
    </p>
  );
}
