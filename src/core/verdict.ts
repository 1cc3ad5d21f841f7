import type { Levels } from './levels';
import type { Stance, Verdict } from './model';
import { type CompiledRule, satisfies } from './rule';

/** The verdict of §4 "The bar", given for which stances A_x(C^s(x, d)) holds. */
export function verdict(adequate: (stance: Stance) => boolean): Verdict {
  if (adequate('necessary')) return 'clears';
  if (adequate('expected')) return 'leans';
  return adequate('possible') ? 'within-reach' : 'out-of-reach';
}

/** The verdict of a profile with this A_x, given who prefers it to the default. */
export function verdictOf(rule: CompiledRule, levels: Levels): Verdict {
  return verdict((stance) => satisfies(rule, levels.coalition(stance)));
}
