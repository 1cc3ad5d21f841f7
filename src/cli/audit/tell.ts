import type { EventPlace } from '@/audit/diff';
import type { Score, ScoreChange, Word } from '@/audit/scores';
import type { Flip } from '@/audit/verdicts';
import { pointsText } from '@/negotiation/explain/exact-text';

/** Lines for people about what changed. Nothing of it says that the history was verified. */

export const UNVERIFIED =
  'Results, tree hash and signature were not checked for this; parley verify checks the whole bundle.';

export function placeLine({ position, at, type, actor }: EventPlace): string {
  return `${position}  ${at}  ${type} by ${actor}`;
}

export function wordText(word: Word): string {
  switch (word.kind) {
    case 'none':
      return 'no ballot';
    case 'sealed':
      return `a sealed ballot (position ${word.position})`;
    case 'abstained':
      return `an abstention (position ${word.position})`;
    case 'scores':
      return `a ballot (position ${word.position})`;
  }
}

export function scoreLine({ profile, from, to }: ScoreChange): string {
  return `${profile}: ${scoreText(from)} → ${scoreText(to)}`;
}

export function flipLine({ basis, profile, from, to }: Flip): string {
  return `${profile}, ${basis}: ${from ?? 'none'} → ${to ?? 'none'}`;
}

function scoreText(score: Score | null): string {
  if (score === null) return 'none';
  const [low, best, high] = score.map(pointsText);
  return low === high ? `${best}` : `${best} (${low} to ${high})`;
}
