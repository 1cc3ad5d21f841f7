'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FileProfile } from '@/negotiation/file/model';
import type { At, Change } from './change';
import { Check } from './check';
import type { Form, Row } from './form';
import { IntervalNumbers } from './interval-numbers';
import { IntervalSlider } from './interval-slider';
import { type OwnScore, ownScore, pointsOf } from './own-score';
import { scoreField } from './posted';
import { Reading } from './reading';
import { ScaleRow, StillInterval } from './scale-row';
import { ANYTHING, BLANK, type End } from './score-text';

const AT: At = { kind: 'score' };

/** A profile's own interval on the common scale, as it is stated: the default as one point where it is pinned. */
export function DirectScore({
  name,
  profile,
  row,
  form,
  base,
  dispatch,
}: {
  readonly name: ReactNode;
  readonly profile: FileProfile;
  readonly row: Row;
  readonly form: Form;
  readonly base: OwnScore | null;
  readonly dispatch: (change: Change) => void;
}) {
  const t = useTranslations('ballot');
  const isDefault = profile.default === true;
  const point = isDefault && form.pinned;
  const nameOf = (end: End | 'whole') =>
    t('handle', { profile: profile.title, which: t(point ? 'pinned' : end) });
  const today = base === null ? null : pointsOf(base);
  return (
    <ScaleRow
      name={
        <>
          {name}
          {row.covered && !isDefault ? <Reading own={ownScore(row, form)} base={base} /> : null}
          {row.covered && isDefault ? (
            <Check
              name="pinned"
              checked={form.pinned}
              onChange={(to) => dispatch({ kind: 'setPinned', to, base: profile.id })}
            >
              {t('pin')}
            </Check>
          ) : null}
          {row.covered ? null : <p className="pb-2 text-note text-muted">{t('uncoveredRow')}</p>}
        </>
      }
      today={today}
      marks={
        row.covered ? (
          <IntervalSlider
            value={row.score}
            point={point}
            nameOf={nameOf}
            onTriple={(to) => dispatch({ kind: 'setTriple', profile: profile.id, at: AT, to })}
          />
        ) : (
          <StillInterval ends={ANYTHING} stated={false} />
        )
      }
      numbers={
        <div className={clsx(!row.covered && 'hidden noscript:block')}>
          <IntervalNumbers
            value={row.covered ? row.score : BLANK}
            point={point}
            nameOf={nameOf}
            fieldOf={(end) => scoreField(profile.id, end)}
            onEnd={(end, to) =>
              dispatch(
                point
                  ? { kind: 'setTriple', profile: profile.id, at: AT, to: { low: to, best: to, high: to } }
                  : { kind: 'setEnd', profile: profile.id, at: AT, end, to },
              )
            }
          />
        </div>
      }
    />
  );
}
