/**
 * Exact counting past 2⁵³: the same computation modulo several primes, put together by the Chinese remainder
 * theorem. The primes lie just below 2⁵², so that a sum of two residues is still an exact double.
 */

/** 0 stands for "no modulus": every intermediate value fits a double exactly. */
export type Modulus = number;

const EXACT_BITS = 53;
const PRIME_BITS = 51;

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

/**
 * Runs `compute` as often as it takes to know its results exactly. They must be integers from 0 to 2^bits, and so
 * must every intermediate value be (it is when it counts coalitions of `bits` players).
 */
export function exactly(bits: number, compute: (modulus: Modulus) => Float64Array): bigint[] {
  if (bits < EXACT_BITS) return Array.from(compute(0), BigInt);
  const moduli = primesBelow(2 ** 52, Math.ceil((bits + 1) / PRIME_BITS));
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

/** The `count` largest primes below `bound`, remembered from call to call. */
function primesBelow(bound: number, count: number): readonly number[] {
  for (let p = (found.at(-1) ?? bound + 1) - 2; found.length < count; p -= 2) if (isPrime(p)) found.push(p);
  return found.slice(0, count);
}

const WITNESSES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n];

/** Miller–Rabin; these bases decide every odd n below 3.3 · 10²⁴ (Sorenson, Webster 2017). n > 37. */
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
