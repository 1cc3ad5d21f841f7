/**
 * Exact counting: the same computation modulo as many primes as it takes, put together by the Chinese remainder theorem.
 * The primes lie just below 2³¹, so that the sum of two residues fits 32 bits, of which SIMD adds four at a time, and
 * comes back below the modulus by a subtraction and the lesser of the two: a branch that nobody can predict is spared.
 */

/** A prime from 2³⁰ to 2³¹. */
export type Modulus = number;

const PRIME_BITS = 31;

/** The modulus is taken off first: what comes between stays within 32 bits, signed, which engines are quick with. */
export const add = (a: number, b: number, modulus: Modulus): number => {
  const over = a - modulus + b;
  return over < 0 ? over + modulus : over;
};

export const subtract = (a: number, b: number, modulus: Modulus): number => {
  const difference = a - b;
  return difference < 0 ? difference + modulus : difference;
};

/** a + factor · b for an integer factor of at most 2²². */
export const plus = (a: number, factor: number, b: number, modulus: Modulus): number => {
  const sum = (a + factor * b) % modulus;
  return sum < 0 ? sum + modulus : sum;
};

/** a/2. */
export const halve = (a: number, modulus: Modulus): number => (a % 2 === 0 ? a / 2 : (a + modulus) / 2);

/**
 * Runs `compute` as often as it takes to know its results exactly: the residues of integers from 0 to 2^bits.
 */
export function exactly(bits: number, compute: (modulus: Modulus) => ArrayLike<number>): bigint[] {
  const moduli = primesBeyond(1n << BigInt(bits));
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

/** The largest primes below 2³¹, remembered from call to call: as many as have a product above the bound. */
function primesBeyond(bound: bigint): readonly number[] {
  const primes: number[] = [];
  for (let product = 1n; product <= bound; product *= BigInt(primes.at(-1)!))
    primes.push(primeAt(primes.length));
  return primes;
}

function primeAt(place: number): number {
  for (let p = (found.at(-1) ?? 2 ** PRIME_BITS + 1) - 2; found.length <= place; p -= 2) {
    if (isPrime(p)) found.push(p);
  }
  return found[place]!;
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
