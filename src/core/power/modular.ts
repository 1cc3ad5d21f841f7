/**
 * Exact counting past 2⁵³: the same computation modulo several primes, put together by the Chinese remainder
 * theorem. The primes lie just below 2⁴³, so that a residue can be doubled `DOUBLINGS` times before it must be
 * reduced and is still an exact double (a reduction at every addition would be a branch nobody can predict).
 */

/** 0 stands for "no modulus": every intermediate value fits a double exactly. */
export type Modulus = number;

const EXACT_BITS = 53;
const PRIME_BITS = 43;
export const DOUBLINGS = EXACT_BITS - PRIME_BITS;

export const add = (a: number, b: number, modulus: Modulus): number => {
  const sum = a + b;
  return modulus !== 0 && sum >= modulus ? sum - modulus : sum;
};

export const subtract = (a: number, b: number, modulus: Modulus): number => {
  const difference = a - b;
  return difference < 0 && modulus !== 0 ? difference + modulus : difference;
};

/** a/2; without a modulus a must be even. */
export const halve = (a: number, modulus: Modulus): number => (a % 2 === 0 ? a / 2 : (a + modulus) / 2);

/** Brings values of at most 2⁵³ back below the modulus, in place. */
export function reduce(values: Float64Array, modulus: Modulus): void {
  if (modulus === 0) return;
  const inverse = 1 / modulus;
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    // The quotient is below 2¹¹ and may be off by one; its multiple of the modulus is exact.
    const rest = value - Math.floor(value * inverse) * modulus;
    values[k] = rest < 0 ? rest + modulus : rest >= modulus ? rest - modulus : rest;
  }
}

/**
 * Runs `compute` as often as it takes to know its results exactly. They must be integers from 0 to 2^bits, and so
 * must every intermediate value be (it is when it counts sets of `bits` players).
 */
export function exactly(bits: number, compute: (modulus: Modulus) => Float64Array): bigint[] {
  if (bits < EXACT_BITS) return Array.from(compute(0), BigInt);
  const moduli = largestPrimes(Math.ceil((bits + 1) / (PRIME_BITS - 1)));
  const product = moduli.reduce((a, p) => a * BigInt(p), 1n);
  const lifts = moduli.map((p) => {
    const rest = product / BigInt(p);
    return rest * power(rest % BigInt(p), BigInt(p - 2), BigInt(p));
  });
  const residues = moduli.map(compute);
  const count = residues[0]?.length ?? 0;
  return Array.from({ length: count }, (_, k) => {
    let sum = 0n;
    for (const [j, lift] of lifts.entries()) sum += lift * BigInt(residues[j]?.[k] ?? 0);
    return sum % product;
  });
}

const found: number[] = [];

/** The largest primes below 2⁴³, remembered from call to call. The 4,000 largest are all above 2⁴². */
function largestPrimes(count: number): readonly number[] {
  for (let p = (found.at(-1) ?? 2 ** PRIME_BITS + 1) - 2; found.length < count; p -= 2) {
    if (isPrime(p)) found.push(p);
  }
  return found.slice(0, count);
}

const WITNESSES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n];

/** Miller–Rabin; these bases decide every n below 3.3 · 10²⁴ (Sorenson, Webster 2017). For n > 37. */
export function isPrime(candidate: number): boolean {
  const n = BigInt(candidate);
  if (WITNESSES.some((w) => n % w === 0n)) return false;
  let [odd, twos] = [n - 1n, 0];
  while (odd % 2n === 0n) [odd, twos] = [odd / 2n, twos + 1];
  return WITNESSES.every((witness) => {
    let x = power(witness, odd, n);
    if (x === 1n) return true;
    for (let k = 0; k < twos; k++) {
      if (x === n - 1n) return true;
      x = (x * x) % n;
    }
    return false;
  });
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
