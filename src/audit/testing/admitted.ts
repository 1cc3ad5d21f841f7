import { STEPS } from '../steps';
import type { Tampered } from './corpus';

/** Whether the verifier may say this of the case: it names one verdict, or the first and the last of some. */
export function isAdmitted(verdict: string, { earliest, latest }: Tampered): boolean {
  if (earliest === latest) return verdict === earliest;
  const place = placeOf(verdict);
  return place !== null && !isBefore(place, placeOf(earliest)) && !isBefore(placeOf(latest), place);
}

type Place = readonly [position: number, step: number];

/** Steps 1 to 7 are taken event by event, the others at the end, and then all holds. `null` for anything else. */
function placeOf(verdict: string): Place | null {
  if (verdict === 'holds') return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const [step, position] = verdict.split(' at ');
  const number = STEPS.find(({ name }) => name === step)?.number;
  if (number === undefined) return null;
  return [number >= 8 || position === 'null' ? Number.POSITIVE_INFINITY : Number(position), number];
}

function isBefore(one: Place | null, other: Place | null): boolean {
  if (one === null || other === null) return false;
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}
