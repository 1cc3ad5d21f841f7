import { TOP } from '../scores';

/** num/den hundredths of a point, not in lowest terms. */
export interface Gain {
  readonly num: number;
  readonly den: number;
}

/** The same by stakeholder; `num` is NaN where the gain is undefined. */
export interface Gains {
  readonly num: Float64Array;
  readonly den: Int32Array;
}

const PARTS = 2 ** 32;
/** How many binary digits a key has at most. */
export const DIGITS = 47;
const PLACES = Float64Array.from({ length: DIGITS }, (_, digit) => 2 ** digit);

/**
 * A gain as a whole number below 2⁴⁷, so that two are in the order of their gains, and the same only where these are.
 * Different ones have denominators of at most 16,000, so that they are 1/16,000² hundredths apart or more, 16 in keys; the sum
 * is off by less than 2⁻³⁸ hundredths, 2⁻⁶ in keys, and equal fractions have equal quotients.
 */
export function gainKey(num: number, den: number): number {
  return Math.floor((num / den + TOP) * PARTS);
}

/** The place value of the first binary digit in which two keys differ. */
export function partingDigit(one: number, other: number): number {
  // Operators on bits take the last 32 before the point.
  const high = (one / PARTS) ^ (other / PARTS);
  return PLACES[high === 0 ? 31 - Math.clz32(one ^ other) : 63 - Math.clz32(high)]!;
}
