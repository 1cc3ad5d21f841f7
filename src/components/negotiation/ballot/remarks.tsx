'use client';

import { useTranslations } from 'next-intl';
import { guaranteeTitle, profileTitle } from '../labels';
import type { BallotFrame } from './form';
import type { Hint } from './hints';
import type { Place, Problem } from './problems';

/** What stands against casting, and what is worth a second look. */
export function Remarks({
  title,
  problems,
  hints,
  frame,
}: {
  /** Of what stands against it. */
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly hints: readonly Hint[];
  readonly frame: BallotFrame;
}) {
  const t = useTranslations('ballot');
  const where = ({ profile, guarantee, criterion }: Place) =>
    [
      profile === undefined ? null : profileTitle(profile, frame),
      guarantee === undefined ? null : t('review.withoutOf', { guarantee: guaranteeTitle(guarantee, frame) }),
      criterion === undefined ? null : (frame.criteria ?? []).find(({ id }) => id === criterion)?.label,
    ]
      .filter((part) => part !== null && part !== undefined)
      .join(', ');
  const sentenceOf = (problem: Problem): string => {
    switch (problem.kind) {
      case 'lowAboveBest':
      case 'bestAboveHigh': {
        const [low, best, high] = problem.triple;
        return t(`problem.${problem.kind}`, { where: where(problem), low, best, high });
      }
      case 'number':
      case 'weight':
        return t(`problem.${problem.kind}`, { where: where(problem) });
      case 'noWeight':
      case 'nothing':
        return t(`problem.${problem.kind}`);
    }
  };
  const hintOf = (hint: Hint): string => {
    switch (hint.kind) {
      case 'betterWithout':
        return t('hint.betterWithout', {
          profile: profileTitle(hint.profile, frame),
          guarantee: guaranteeTitle(hint.guarantee, frame),
        });
      case 'saysNothing':
        return t('hint.saysNothing', { profile: profileTitle(hint.profile, frame) });
      case 'defaultLeftOut':
        return t('hint.defaultLeftOut');
    }
  };
  return (
    <div role="status" data-testid="remarks">
      <Group title={title} sentences={problems.map(sentenceOf)} tone="text-out-of-reach" />
      <Group title={t('hint.title')} sentences={hints.map(hintOf)} tone="text-within-reach" />
    </div>
  );
}

function Group({
  title,
  sentences,
  tone,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly tone: string;
}) {
  if (sentences.length === 0) return null;
  return (
    <div className="mt-3 border-l-2 border-strong pl-4">
      <p className={`text-note font-semibold ${tone}`}>{title}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} className="text-note">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
