'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { FileProfile } from '@/negotiation/file/model';
import type { Change } from './change';
import type { BallotFrame, Form, Row } from './form';
import { IntervalField } from './interval-field';
import { ownScore } from './own-score';
import { readWeight } from './problems';

/** An interval per criterion that weighs something, and the weighted score that they lead to. */
export function CriteriaScores({
  profile,
  row,
  form,
  frame,
  dispatch,
}: {
  readonly profile: FileProfile;
  readonly row: Row;
  readonly form: Form;
  readonly frame: BallotFrame;
  readonly dispatch: (change: Change) => void;
}) {
  const t = useTranslations('ballot');
  const format = useFormatter();
  const weighed = (frame.criteria ?? []).filter(({ id }) => readWeight(form.weights[id] ?? '') !== 0);
  const own = ownScore(row, form);
  const shown = (points: number | undefined) => format.number(points ?? 0, { maximumFractionDigits: 2 });
  return (
    <>
      <ul className="mt-2 space-y-2">
        {weighed.map((criterion) => {
          const at = { kind: 'criterion', criterion: criterion.id } as const;
          return (
            <li key={criterion.id} className="grid gap-x-4 lg:grid-cols-[8rem_minmax(0,1fr)] lg:items-center">
              <span className="text-note font-medium">{criterion.label}</span>
              <IntervalField
                value={row.criteria[criterion.id] ?? { low: '', best: '', high: '' }}
                today={null}
                nameOf={(end) =>
                  t('handleCriterion', { profile: profile.title, criterion: criterion.label, which: t(end) })
                }
                onTriple={(to) => dispatch({ kind: 'setTriple', profile: profile.id, at, to })}
                onEnd={(end, to) => dispatch({ kind: 'setEnd', profile: profile.id, at, end, to })}
              />
            </li>
          );
        })}
      </ul>
      <p className="mt-1 min-h-5 text-note font-medium">
        {own === null ? null : t('result', { low: shown(own[0]), best: shown(own[1]), high: shown(own[2]) })}
      </p>
    </>
  );
}
