import type { ByStance, StabilityRow } from '@/core/model';
import { STANCES } from '@/core/model';
import { stabilityOf } from '@/core/testing/oracle-stability';
import { at, type Standing } from '@/core/testing/oracle-standing';
import type { Message } from '../explain/message';
import { idOf, number, stanceIn, text } from './reading';

/** By what it takes to leave; `smr` and `seq` do not follow from each other, and the first of them is told. */
const CONCEPTS = ['nash', 'smr', 'seq', 'gmr'] as const;
type Concept = (typeof CONCEPTS)[number];

/** What is wrong with the sentences on the stability of a profile, taken together: each must be so, and all be told. */
export function faultOfStability(standing: Standing, x: number, said: readonly Message[]): string | null {
  const rows = stabilityOf(standing, x);
  const [first, ...rest] = said;
  if (first === undefined) return 'nothing is said';
  if (first.key === 'stability.nothing') {
    const moot = STANCES.every((stance) => CONCEPTS.every((concept) => rows[stance][concept] === null));
    return moot && rest.length === 0 ? null : 'there is something to say';
  }
  return faultOfConcept(rows, first) ?? faultOfTemptations(standing, rows.expected, rest);
}

function faultOfConcept(rows: ByStance<StabilityRow>, said: Message): string | null {
  const holds = STANCES.flatMap((stance) =>
    CONCEPTS.filter((concept) => rows[stance][concept] === true).map((concept) => ({ stance, concept })),
  );
  if (said.key === 'stability.none') return holds.length === 0 ? null : 'it is stable somehow';
  const concept = CONCEPTS.find((each): each is Concept => said.key === `stability.${each}`);
  if (concept === undefined) return `${said.key} is a sentence that nobody has read`;
  const stance = stanceIn(said);
  if (rows[stance][concept] !== true) return `it is not ${concept} under ${stance}`;
  const [strongest] = holds;
  return strongest?.stance === stance && strongest.concept === concept ? null : 'more could be said';
}

function faultOfTemptations(
  { negotiation }: Standing,
  { temptations }: StabilityRow,
  said: readonly Message[],
): string | null {
  if (typeof temptations === 'number') return 'no list';
  const key = (stakeholder: string, to: string) => JSON.stringify([stakeholder, to]);
  const real = new Set(temptations.map(({ stakeholder, to }) => key(stakeholder, to)));
  let told = 0;
  for (const each of said) {
    if (each.key === 'stability.more') {
      told += number(each, 'count');
      continue;
    }
    if (each.key !== 'stability.temptation') return `${each.key} is a sentence that nobody has read`;
    const move = key(idOf(text(each, 'name')), idOf(text(each, 'profile')));
    // Each is told once.
    if (!real.delete(move)) return `${move} tempts nobody in ${at(negotiation.profiles, 0).id} and others`;
    told += 1;
  }
  return told === temptations.length ? null : 'another number of temptations';
}

/** Whether somebody is tempted at face value to leave a profile for another. */
export function isTempted(standing: Standing, x: number, said: Message): boolean {
  const { temptations } = stabilityOf(standing, x).expected;
  return (
    typeof temptations === 'object' &&
    temptations.some(
      ({ stakeholder, to }) => stakeholder === idOf(text(said, 'name')) && to === idOf(text(said, 'profile')),
    )
  );
}
