/** Up to it every integer is a double. */
const EXACT = 2n ** 53n;

/**
 * The double nearest to the fraction numerator/denominator, ties to even (aggregation.md §4: "a decimal index is
 * the double nearest to the exact fraction"). Both at least 0, the denominator positive; subnormal results are
 * rounded rightly too. A quotient of 2¹⁰²⁴ or more is a bug.
 */
export function nearestDouble(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n || denominator <= 0n) throw new RangeError('nearestDouble takes a/b with a ≥ 0, b > 0');
  if (numerator === 0n) return 0;
  // Doubles both, and IEEE 754 rounds their quotient the same way.
  if (numerator <= EXACT && denominator <= EXACT) return Number(numerator) / Number(denominator);
  // Scale by 2^shift so that the integer quotient has 53 bits, fewer only below the least normal number.
  let shift = 53 - bitLength(numerator) + bitLength(denominator);
  if (scaled(numerator, shift) / scaled(denominator, -shift) >= 1n << 53n) shift--;
  shift = Math.min(shift, 1074);
  const dividend = scaled(numerator, shift);
  const divisor = scaled(denominator, -shift);
  let quotient = dividend / divisor;
  const twice = 2n * (dividend % divisor);
  if (twice > divisor || (twice === divisor && (quotient & 1n) === 1n)) quotient++;
  // The bit pattern of quotient · 2^−shift: a carry out of the 53 bits moves on into the exponent, as it should.
  const result = fromBits((BigInt(1074 - shift) << 52n) + quotient);
  if (shift < -971 || result === Infinity) throw new RangeError('the quotient exceeds every double');
  return result;
}

function scaled(value: bigint, shift: number): bigint {
  return shift > 0 ? value << BigInt(shift) : value;
}

function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return 4 * (hex.length - 1) + (32 - Math.clz32(Number.parseInt(hex.charAt(0), 16)));
}

function fromBits(bits: bigint): number {
  return new Float64Array(BigUint64Array.of(bits).buffer)[0] ?? 0;
}
