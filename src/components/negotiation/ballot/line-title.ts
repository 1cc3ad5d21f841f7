import type { useTranslations } from 'next-intl';
import { guaranteeTitle, profileTitle } from '../labels';
import type { BallotFrame } from './form';
import type { RecordedLine } from './recorded-lines';

/** What a score of a ballot is about, in words: "Verified pause", "Verified pause, Safety". */
export function lineTitle(
  { profile, part }: Pick<RecordedLine, 'profile' | 'part'>,
  frame: BallotFrame,
  t: ReturnType<typeof useTranslations<'ballot'>>,
): string {
  const title = profileTitle(profile, frame);
  if (part === null) return title;
  if (part.kind === 'without')
    return `${title}, ${t('review.withoutOf', { guarantee: guaranteeTitle(part.guarantee, frame) })}`;
  const label = frame.criteria?.find(({ id }) => id === part.criterion)?.label ?? part.criterion;
  return `${title}, ${label}`;
}
