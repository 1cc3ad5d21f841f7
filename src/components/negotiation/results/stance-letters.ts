import { type ByStance, STANCES } from '@/core/model';
import { byStance } from '@/core/stance';

type Answer = ByStance<boolean | null> | null;

/** An answer under each of the three stances as the browser gets it: `yn-`, of which the last is not applicable. */
export function lettersOf(answer: Answer): string {
  if (answer === null) return '';
  return STANCES.map((stance) => (answer[stance] === null ? '-' : answer[stance] ? 'y' : 'n')).join('');
}

export function answerOf(letters: string): Answer {
  if (letters === '') return null;
  return byStance((stance) => {
    const letter = letters[STANCES.indexOf(stance)];
    return letter === '-' ? null : letter === 'y';
  });
}
