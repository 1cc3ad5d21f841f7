/**
 * Exact fractions of BigInts for the oracle. Slow and plain on purpose: the oracle shares nothing with the
 * aggregator that it judges. Not kept in lowest terms; only `toLowestTerms` reduces.
 */
export interface Fraction {
  readonly top: bigint;
  /** Positive. */
  readonly bottom: bigint;
}

export function fraction(top: bigint | number, bottom: bigint | number = 1n): Fraction {
  const denominator = BigInt(bottom);
  if (denominator <= 0n) throw new RangeError(`a fraction over ${denominator}`);
  return { top: BigInt(top), bottom: denominator };
}

export const ZERO = fraction(0);

export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.top * b.bottom;
  const right = b.top * a.bottom;
  return left < right ? -1 : left > right ? 1 : 0;
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function times(a: Fraction, factor: bigint | number): Fraction {
  return { top: a.top * BigInt(factor), bottom: a.bottom };
}

export function sum(terms: readonly Fraction[]): Fraction {
  return terms.reduce(plus, ZERO);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : greatestCommonDivisor(b, a % b);
}

function toLowestTerms(a: Fraction): Fraction {
  const divisor = greatestCommonDivisor(a.top, a.bottom);
  return { top: a.top / divisor, bottom: a.bottom / divisor };
}

/** Hundredths of a point as points, in lowest terms: `1250` is `"25/2"`. */
export function pointsText(hundredths: Fraction): string {
  const { top, bottom } = toLowestTerms({ top: hundredths.top, bottom: hundredths.bottom * 100n });
  return bottom === 1n ? `${top}` : `${top}/${bottom}`;
}

/**
 * The double nearest to the fraction. Division of two doubles is correctly rounded (IEEE 754), so it is exact
 * where both terms are doubles exactly; the small games of the oracle never leave that range.
 */
export function nearestDouble(a: Fraction): number {
  const { top, bottom } = toLowestTerms(a);
  if (top > 2n ** 53n || bottom > 2n ** 53n) throw new RangeError('too large for the oracle');
  return Number(top) / Number(bottom);
}
