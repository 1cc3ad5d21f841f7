import type { Stance } from '../model';
import { coalitionOf } from './oracle-coalitions';
import { DUAL } from './oracle-stances';
import type { Standing } from './oracle-standing';

/** N' of §4: whom dominance under the stance asks. Empty where they are too few. */
function asked(standing: Standing, stance: Stance): readonly number[] {
  if (stance !== 'expected') return standing.stakeholders;
  const heard = standing.stakeholders.filter((i) => (standing.silent >> i) % 2 === 0);
  return standing.isAdequate(coalitionOf(heard)) ? heard : [];
}

export function dominates(standing: Standing, stance: Stance, y: number, x: number): boolean {
  const people = asked(standing, stance);
  return (
    people.length > 0 &&
    people.every((i) => standing.weakly(stance, i, y, x)) &&
    people.some((i) => standing.strictly(stance, i, y, x))
  );
}

function stronglyDominates(standing: Standing, stance: Stance, y: number, x: number): boolean {
  const people = asked(standing, stance);
  return people.length > 0 && people.every((i) => standing.strictly(stance, i, y, x));
}

export function dominators(standing: Standing, stance: Stance, x: number): readonly number[] {
  return standing.adoptable.filter((y) => dominates(standing, stance, y, x));
}

export function isEfficient(standing: Standing, stance: Stance, x: number): boolean {
  return dominators(standing, DUAL[stance], x).length === 0;
}

export function isWeaklyEfficient(standing: Standing, stance: Stance, x: number): boolean {
  return !standing.adoptable.some((y) => stronglyDominates(standing, DUAL[stance], y, x));
}

export function isInCore(standing: Standing, stance: Stance, x: number): boolean {
  return !standing.adoptable.some((y) => standing.isImprovement(DUAL[stance], y, x));
}
