'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { BASES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { dimensionShort, profileTitle } from '../labels';
import { percentOf, toNumber } from '../numbers';
import { tracksOf } from '../tracks';
import { Verdict } from '../verdict';
import type { Coalition, CoalitionChange, VerdictChange } from './consequences';
import type { BallotFrame } from './form';

/** Per basis: which verdicts would change, or that none would. */
export function VerdictChanges({
  changes,
  frame,
}: {
  readonly changes: readonly VerdictChange[];
  readonly frame: BallotFrame;
}) {
  const t = useTranslations('ballot.preview');
  const b = useTranslations('common.basis');
  return (
    <ul className="space-y-1">
      {BASES.map((basis) => {
        const of = changes.filter((change) => change.basis === basis);
        if (of.length === 0) return <li key={basis}>{t('nothing', { basis: b(basis) })}</li>;
        return of.map((change) => (
          <li key={`${basis} ${change.profile}`}>
            {t.rich('change', {
              basis: b(basis),
              profile: profileTitle(change.profile, frame),
              from: () => <Verdict verdict={change.from} />,
              to: () => <Verdict verdict={change.to} />,
            })}
          </li>
        ));
      })}
    </ul>
  );
}

/** Which coalitions the stakeholder would join or leave, and what that makes of them. */
export function CoalitionChanges({
  changes,
  file,
}: {
  readonly changes: readonly CoalitionChange[];
  readonly file: NegotiationFile;
}) {
  const t = useTranslations('ballot.preview');
  const s = useTranslations('common.stanceMeans');
  const b = useTranslations('common.basis');
  const format = useFormatter();
  const basis = changes[0]?.basis;
  if (basis === undefined) return null;
  const tracks = tracksOf(file);
  const words = ({ members, weights }: Coalition) =>
    format.list([
      t('members', { members, count: file.stakeholders.length }),
      ...(file.dimensions ?? []).map(({ id }) =>
        t('weight', {
          share: percentOf(
            toNumber(weights[id] ?? 0),
            totalOf(file, id),
            tracks.filter(({ dimension }) => dimension === id),
          ),
          dimension: dimensionShort(id, file),
        }),
      ),
    ]);
  return (
    <div>
      <h3 className="font-sans text-note font-semibold">{t('coalitions', { basis: b(basis) })}</h3>
      <ul className="mt-1 space-y-1 text-note">
        {changes.map(({ profile, stance, joins, before, after }) => (
          <li key={`${profile} ${stance}`}>
            {t(joins ? 'joins' : 'leaves', {
              profile: profileTitle(profile, file),
              stance: s(stance),
              before: words(before),
              after: words(after),
            })}
            {before.adequate === after.adequate ? null : (
              <strong className="font-semibold">
                {' '}
                {t(after.adequate ? 'becomesAdequate' : 'failsAdequate')}
              </strong>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Sums of weights stay below 2⁵³. */
function totalOf({ stakeholders }: NegotiationFile, dimension: string): number {
  return stakeholders.reduce((total, { weights }) => total + (weights?.[dimension] ?? 0), 0);
}
