'use client';

import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import type { FileProfile } from '@/negotiation/file/model';
import type { Change } from './change';
import type { BallotFrame, Form, Row } from './form';
import { IntervalNumbers } from './interval-numbers';
import { IntervalSlider } from './interval-slider';
import { type OwnScore, ownScore, pointsOf } from './own-score';
import { criterionField } from './posted';
import { readWeight } from './problems';
import { Reading } from './reading';
import { ScaleRow, StillInterval } from './scale-row';
import { ANYTHING, BLANK, type End } from './score-text';
import { WeightedSum } from './weighted-sum';

/** The weighted score on the common scale, an interval per criterion that weighs something, and how these lead to it. */
export function CriteriaScores({
  name,
  profile,
  row,
  form,
  frame,
  base,
  dispatch,
}: {
  readonly name: ReactNode;
  readonly profile: FileProfile;
  readonly row: Row;
  readonly form: Form;
  readonly frame: BallotFrame;
  readonly base: OwnScore | null;
  readonly dispatch: (change: Change) => void;
}) {
  const t = useTranslations('ballot');
  const weighed = (frame.criteria ?? []).filter(({ id }) => readWeight(form.weights[id] ?? '') !== 0);
  const own = ownScore(row, form);
  const today = base === null ? null : pointsOf(base);
  return (
    <>
      <ScaleRow
        name={
          <>
            {name}
            {row.covered && profile.default !== true ? <Reading own={own} base={base} /> : null}
            {row.covered ? null : <p className="pb-2 text-note text-muted">{t('uncoveredRow')}</p>}
          </>
        }
        today={today}
        marks={
          own === null ? (
            <StillInterval ends={ANYTHING} stated={false} />
          ) : (
            <StillInterval ends={pointsOf(own)} stated />
          )
        }
        numbers={own === null ? null : <Result own={own} />}
      />
      <ul className={clsx(!row.covered && 'hidden noscript:block')}>
        {weighed.map((criterion) => {
          const at = { kind: 'criterion', criterion: criterion.id } as const;
          const nameOf = (end: End | 'whole') =>
            t('handleCriterion', { profile: profile.title, criterion: criterion.label, which: t(end) });
          const value = row.criteria[criterion.id] ?? BLANK;
          return (
            <li key={criterion.id}>
              <ScaleRow
                name={
                  <p className="border-l-2 border-line pl-3 text-note">
                    <span className="font-medium">{criterion.label}</span>{' '}
                    {form.weights[criterion.id] ? (
                      <span className="text-muted">
                        {t('weights.times', { weight: form.weights[criterion.id] ?? '' })}
                      </span>
                    ) : null}
                  </p>
                }
                today={null}
                marks={
                  row.covered ? (
                    <IntervalSlider
                      value={value}
                      nameOf={nameOf}
                      onTriple={(to) => dispatch({ kind: 'setTriple', profile: profile.id, at, to })}
                    />
                  ) : null
                }
                numbers={
                  <IntervalNumbers
                    value={row.covered ? value : BLANK}
                    leftOut={!row.covered}
                    nameOf={nameOf}
                    fieldOf={(end) => criterionField(profile.id, criterion.id, end)}
                    onEnd={(end, to) => dispatch({ kind: 'setEnd', profile: profile.id, at, end, to })}
                  />
                }
              />
            </li>
          );
        })}
      </ul>
      {own === null ? null : (
        <Disclosure summary={t('sum.title')}>
          <WeightedSum profile={profile} row={row} form={form} criteria={weighed} own={own} />
        </Disclosure>
      )}
    </>
  );
}

/** The weighted score in numbers, where other rows have their fields. */
function Result({ own }: { readonly own: OwnScore }) {
  const t = useTranslations('ballot');
  const format = useFormatter();
  const [low = '', best = '', high = ''] = pointsOf(own).map((end) =>
    format.number(end, { maximumFractionDigits: 2 }),
  );
  return <p className="text-note font-medium tabular-nums">{t('intervalText', { low, best, high })}</p>;
}
