import type { Stance } from './model';
import { LEVEL } from './stance';
import type { Standing } from './standing';

/** C^s(d, x): those that strictly prefer the default to x (§4 "Worse off"), ascending. */
export function worseOff({ frame, scores }: Standing, x: number, stance: Stance): number[] {
  const members: number[] = [];
  for (let i = 0; i < scores.stakeholders; i++) {
    if (scores.level(i, frame.default, x) >= LEVEL[stance]) members.push(i);
  }
  return members;
}
