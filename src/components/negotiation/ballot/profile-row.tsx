'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import type { FileProfile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import type { Change } from './change';
import { Check } from './check';
import { CriteriaScores } from './criteria-scores';
import { DirectScore } from './direct-score';
import type { BallotFrame, Form } from './form';
import type { OwnScore } from './own-score';
import { WithoutScores } from './without-scores';

/** One profile of the ballot: left out, or an interval, what it means against today, and its `without` scores. */
export function ProfileRow({
  profile,
  form,
  frame,
  base,
  dispatch,
}: {
  readonly profile: FileProfile;
  readonly form: Form;
  readonly frame: BallotFrame;
  /** The default's own score, where it can be read. */
  readonly base: OwnScore | null;
  readonly dispatch: (change: Change) => void;
}) {
  const t = useTranslations('ballot');
  const row = form.rows[profile.id];
  if (row === undefined) return null;
  const isDefault = profile.default === true;
  const amended = profile.amends === undefined ? undefined : form.rows[profile.amends];
  const id = `row-${profile.id}`;
  const name = (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 lg:block">
      <h2 id={id} className="text-prose leading-6">
        {profile.title} {isDefault ? <Tag>{t('default')}</Tag> : null}
        {profile.adoptable === false ? <Tag>{t('state')}</Tag> : null}
      </h2>
      <Check
        checked={row.covered}
        onChange={(to) => dispatch({ kind: 'cover', profile: profile.id, to })}
        className="noscript:hidden"
      >
        {t('cover')}
      </Check>
    </div>
  );
  const Score = form.kind === 'criteria' ? CriteriaScores : DirectScore;
  return (
    <li className="border-b border-line py-3 last:border-b-0 lg:py-0">
      <fieldset aria-labelledby={id} data-profile={profile.id}>
        <Score
          name={name}
          profile={profile}
          row={row}
          form={form}
          frame={frame}
          base={base}
          dispatch={dispatch}
        />
        <div className="flex flex-wrap gap-x-6 pb-2 [&_details[open]]:basis-full">
          {profile.summary === undefined ? null : (
            <Disclosure summary={t('about')}>
              <p className="prose-column pb-3 text-base">{profile.summary}</p>
            </Disclosure>
          )}
          {(profile.relies ?? []).length === 0 ? null : (
            <WithoutScores
              profile={profile}
              row={row}
              form={form}
              frame={frame}
              base={base}
              dispatch={dispatch}
            />
          )}
        </div>
        {!row.covered && amended?.covered === true && profile.amends !== undefined ? (
          <Button
            className="mb-3"
            onClick={() => dispatch({ kind: 'takeOver', profile: profile.id, from: profile.amends ?? '' })}
          >
            {t('takeOver', { title: profileTitle(profile.amends, frame) })}
          </Button>
        ) : null}
      </fieldset>
    </li>
  );
}

function Tag({ children }: { readonly children: string }) {
  return <span className="inline-block font-sans text-note font-normal text-muted">{children}</span>;
}
