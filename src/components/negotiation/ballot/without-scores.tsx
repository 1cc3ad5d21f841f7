'use client';

import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { FileProfile } from '@/negotiation/file/model';
import { guaranteeTitle } from '../labels';
import type { Change } from './change';
import { Check } from './check';
import type { BallotFrame, Row } from './form';
import { IntervalField } from './interval-field';

/** How good the profile is without each guarantee that it relies on (aggregation.md §7). */
export function WithoutScores({
  profile,
  row,
  frame,
  dispatch,
}: {
  readonly profile: FileProfile;
  readonly row: Row;
  readonly frame: BallotFrame;
  readonly dispatch: (change: Change) => void;
}) {
  const t = useTranslations('ballot');
  return (
    <Disclosure summary={t('without.title')}>
      <p className="prose-column mb-2 text-note text-muted">{t('without.says')}</p>
      <ul className="space-y-3 border-l-2 border-line pl-4">
        {(profile.relies ?? []).map((id) => {
          const guarantee = guaranteeTitle(id, frame);
          const said = row.without[id];
          const at = { kind: 'without', guarantee: id } as const;
          return (
            <li key={id}>
              <Check
                checked={said !== undefined}
                onChange={(to) => dispatch({ kind: 'coverWithout', profile: profile.id, guarantee: id, to })}
              >
                {t('without.state', { guarantee })}
              </Check>
              {said === undefined ? null : (
                <IntervalField
                  value={said}
                  today={null}
                  nameOf={(end) => t('handleWithout', { profile: profile.title, guarantee, which: t(end) })}
                  onTriple={(to) => dispatch({ kind: 'setTriple', profile: profile.id, at, to })}
                  onEnd={(end, to) => dispatch({ kind: 'setEnd', profile: profile.id, at, end, to })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
