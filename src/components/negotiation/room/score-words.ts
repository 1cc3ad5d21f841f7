import { useFormatter, useTranslations } from 'next-intl';
import type { Score } from '@/audit/scores';
import { pointsInWords } from '../numbers';

/** Scores as the tables write them: `low · best · high`, or one number where they are the same. */
export function useScoreWords(): (score: Score | null) => string {
  const t = useTranslations('room');
  const format = useFormatter();
  return (score) => {
    if (score === null) return t('notCovered');
    const [low, best, high] = score.map((points) => pointsInWords(points, format));
    if (low === undefined || best === undefined || high === undefined || low === high) return best ?? '';
    return t('triple', { low, best, high });
  };
}
