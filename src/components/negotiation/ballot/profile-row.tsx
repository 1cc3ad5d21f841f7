'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { FileProfile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import type { At, Change } from './change';
import { Check } from './check';
import { CriteriaScores } from './criteria-scores';
import type { BallotFrame, Form } from './form';
import { IntervalField } from './interval-field';
import { ownScore, readingOf } from './own-score';
import type { Triple } from './score-text';
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
  readonly base: Triple | null;
  readonly dispatch: (change: Change) => void;
}) {
  const t = useTranslations('ballot');
  const row = form.rows[profile.id];
  if (row === undefined) return null;
  const isDefault = profile.default === true;
  const at: At = { kind: 'score' };
  const amended = profile.amends === undefined ? undefined : form.rows[profile.amends];
  const id = `row-${profile.id}`;
  return (
    <li className="border-t border-line py-5">
      <fieldset aria-labelledby={id} data-profile={profile.id}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id={id} className="text-prose">
            {profile.title}
            {isDefault ? (
              <span className="ml-2 font-sans text-note font-normal text-muted">{t('default')}</span>
            ) : null}
            {profile.adoptable === false ? (
              <span className="ml-2 font-sans text-note font-normal text-muted">{t('state')}</span>
            ) : null}
          </h2>
          <Check
            checked={row.covered}
            onChange={(to) => dispatch({ kind: 'cover', profile: profile.id, to })}
          >
            {t('cover')}
          </Check>
        </div>
        {profile.summary === undefined ? null : (
          <p className="prose-column text-note text-muted">{profile.summary}</p>
        )}
        {!row.covered ? (
          <div className="mt-2 flex flex-wrap items-center gap-4">
            <p className="text-note">{t('uncoveredRow')}</p>
            {amended?.covered === true && profile.amends !== undefined ? (
              <Button
                onClick={() =>
                  dispatch({ kind: 'takeOver', profile: profile.id, from: profile.amends ?? '' })
                }
              >
                {t('takeOver', { title: profileTitle(profile.amends, frame) })}
              </Button>
            ) : null}
          </div>
        ) : (
          <>
            {form.kind === 'scores' ? (
              <IntervalField
                value={row.score}
                point={isDefault && form.pinned}
                today={isDefault || base === null ? null : base[1]}
                nameOf={(end) =>
                  t('handle', { profile: profile.title, which: t(isDefault && form.pinned ? 'pinned' : end) })
                }
                onTriple={(to) => dispatch({ kind: 'setTriple', profile: profile.id, at, to })}
                onEnd={(end, to) =>
                  isDefault && form.pinned
                    ? dispatch({
                        kind: 'setTriple',
                        profile: profile.id,
                        at,
                        to: { low: to, best: to, high: to },
                      })
                    : dispatch({ kind: 'setEnd', profile: profile.id, at, end, to })
                }
              />
            ) : (
              <CriteriaScores profile={profile} row={row} form={form} frame={frame} dispatch={dispatch} />
            )}
            {isDefault ? (
              form.kind === 'scores' ? (
                <>
                  <Check
                    checked={form.pinned}
                    onChange={(to) => dispatch({ kind: 'setPinned', to, base: profile.id })}
                  >
                    {t('pin')}
                  </Check>
                  <p className="text-note text-muted">{t('pinSays')}</p>
                </>
              ) : null
            ) : (
              <ReadingLine own={ownScore(row, form)} base={base} />
            )}
            {(profile.relies ?? []).length === 0 ? null : (
              <WithoutScores profile={profile} row={row} frame={frame} dispatch={dispatch} />
            )}
          </>
        )}
      </fieldset>
    </li>
  );
}

/** What the interval says against today, in words and in points. */
function ReadingLine({ own, base }: { readonly own: Triple | null; readonly base: Triple | null }) {
  const t = useTranslations('ballot');
  const format = useFormatter();
  if (own === null || base === null) return <p className="min-h-5 text-note" />;
  const signed = (points: number) =>
    format.number(points, { signDisplay: 'exceptZero', maximumFractionDigits: 2 });
  return (
    <p className="min-h-5 text-note">
      <span className="font-medium">{t(`reading.${readingOf(own, base)}`)}</span>{' '}
      <span className="text-muted">
        {t('relative', {
          low: signed(own[0] - base[2]),
          best: signed(own[1] - base[1]),
          high: signed(own[2] - base[0]),
        })}
      </span>
    </p>
  );
}
