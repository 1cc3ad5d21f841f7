/** An exact fraction in lowest terms, `den` > 0. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** The greatest common divisor of two integers that are not both zero; never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** num/den in lowest terms; den ≠ 0. */
export function rational(num: bigint, den: bigint): Rational {
  const divisor = den < 0n ? -gcd(num, den) : gcd(num, den);
  return { num: num / divisor, den: den / divisor };
}

/** Negative, zero or positive as a < b, a = b, a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The sum of many fractions num/den (den > 0): one common denominator, one reduction at the end. */
export function sum(terms: readonly { readonly num: bigint; readonly den: bigint }[]): Rational {
  const common = terms.reduce((lcm, { den }) => lcm * (den / gcd(lcm, den)), 1n);
  return rational(
    terms.reduce((total, { num, den }) => total + num * (common / den), 0n),
    common,
  );
}

/** `"25/2"`, `"7"`, `"-1/3"` (negotiation-file.md "The result"). */
export function text({ num, den }: Rational): string {
  return den === 1n ? `${num}` : `${num}/${den}`;
}

/** num/den hundredths of a point, given in points: the form of gains and shifts in the result. */
export function pointsText(num: number | bigint, den: number | bigint): string {
  return text(rational(BigInt(num), BigInt(den) * 100n));
}
