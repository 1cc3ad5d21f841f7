'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { BASES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { dimensionShort, profileTitle } from '../labels';
import { percentOf, toNumber } from '../numbers';
import { type Track, tracksOf } from '../tracks';
import { Verdict } from '../verdict';
import type { Coalition, CoalitionChange, Consequences, VerdictChange } from './consequences';
import type { BallotFrame } from './form';

/** What a ballot would change, in sentences: of verdicts on both bases, of coalitions on the one on which it would count. */
export function ConsequenceList({
  consequences: { verdicts, coalitions },
  file,
  uninformed,
}: {
  readonly consequences: Consequences;
  readonly file: NegotiationFile;
  readonly uninformed: boolean;
}) {
  return (
    <>
      <VerdictChanges changes={verdicts} frame={file} />
      <CoalitionChanges
        changes={coalitions.filter(({ basis }) => basis === (uninformed ? 'stated' : 'informed'))}
        file={file}
      />
    </>
  );
}

/** Per basis: which verdicts would change, or that none would. */
function VerdictChanges({
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
function CoalitionChanges({
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
  const words = (profile: string, { members, weights }: Coalition) => {
    const tracks = tracksFor(profile, file);
    return format.list([
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
  };
  return (
    <div>
      <h3 className="font-sans text-note font-semibold">{t('coalitions', { basis: b(basis) })}</h3>
      <ul className="mt-1 space-y-1 text-note">
        {changes.map(({ profile, stance, joins, before, after }) => (
          <li key={`${profile} ${stance}`}>
            {t(joins ? 'joins' : 'leaves', {
              profile: profileTitle(profile, file),
              stance: s(stance),
              before: words(profile, before),
              after: words(profile, after),
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

/** What the rule and the needs of a profile compare a coalition with. */
function tracksFor(profile: string, file: NegotiationFile): readonly Track[] {
  const needs = file.profiles.find(({ id }) => id === profile)?.needs;
  return tracksOf(needs === undefined ? file : { ...file, rule: { allOf: [file.rule, needs] } });
}

/** Sums of weights stay below 2⁵³. */
function totalOf({ stakeholders }: NegotiationFile, dimension: string): number {
  return stakeholders.reduce((total, { weights }) => total + (weights?.[dimension] ?? 0), 0);
}
