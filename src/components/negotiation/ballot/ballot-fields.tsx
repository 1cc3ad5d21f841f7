'use client';

import { useTranslations } from 'next-intl';
import type { Dispatch } from 'react';
import type { Change } from './change';
import type { BallotFrame, Form } from './form';
import { KindChoice } from './kind-choice';
import { ownScore } from './own-score';
import { ProfileRow } from './profile-row';

/** What a ballot says: how it is stated, and a row for each profile. */
export function BallotFields({
  form,
  frame,
  stakeholder,
  dispatch,
}: {
  readonly form: Form;
  readonly frame: BallotFrame;
  /** Its name. */
  readonly stakeholder: string;
  readonly dispatch: Dispatch<Change>;
}) {
  const t = useTranslations('ballot');
  const base = frame.profiles.find((profile) => profile.default === true)?.id;
  const baseRow = base === undefined ? undefined : form.rows[base];
  const baseScore = baseRow === undefined ? null : ownScore(baseRow, form);
  return (
    <>
      <KindChoice form={form} frame={frame} dispatch={dispatch} />
      {form.kind === 'abstain' ? (
        <p className="prose-column font-serif text-prose">{t('kind.abstainSays', { stakeholder })}</p>
      ) : (
        <ol>
          {frame.profiles.map((profile) => (
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
      )}
    </>
  );
}
