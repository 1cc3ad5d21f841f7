import type { ByStance, Stance } from './model';

/** The dual stance (§3): swaps `necessary` and `possible`, keeps `expected`. */
export const DUAL: ByStance<Stance> = { necessary: 'possible', expected: 'expected', possible: 'necessary' };

/**
 * How many stances must hold for C^s: each stance implies the next (§3), so the number of stances under which
 * somebody strictly prefers x to y, its *level* 0 … 3, says under which: `necessary` is 3, `possible` 1.
 */
export const LEVEL: ByStance<number> = { necessary: 3, expected: 2, possible: 1 };

/**
 * Of which two ends of intervals the gain under a stance is the difference (§4): the profile's own, and the default's.
 */
export const GAIN_ENDS = {
  necessary: { own: 'low', ofDefault: 'high' },
  expected: { own: 'best', ofDefault: 'best' },
  possible: { own: 'high', ofDefault: 'low' },
} as const satisfies ByStance<object>;

/** One value per stance, keys in the order of the result. */
export function byStance<T>(of: (stance: Stance) => T): ByStance<T> {
  return { necessary: of('necessary'), expected: of('expected'), possible: of('possible') };
}
