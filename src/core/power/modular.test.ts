import { describe, expect, it } from 'vitest';
import { add, exactly, halve, isPrime, plus, subtract } from './modular';

describe('exactly', () => {
  it('asks as many primes as it takes', () => {
    const asked = (bits: number) => {
      const moduli: number[] = [];
      exactly(bits, (modulus) => {
        moduli.push(modulus);
        return [0];
      });
      return moduli.length;
    };
    expect([0, 30, 31, 61, 62].map(asked)).toEqual([1, 1, 2, 2, 3]);
  });

  it('puts a large number together from its residues', () => {
    const values = [0n, 1n, 2n ** 30n, 2n ** 200n, 3n ** 126n];
    expect(exactly(200, (modulus) => values.map((v) => Number(v % BigInt(modulus))))).toEqual(values);
  });
});

describe('arithmetic of residues', () => {
  const p = 2_147_483_647;

  it('stays exact below the modulus', () => {
    expect(isPrime(p)).toBe(true);
    expect([add(p - 1, p - 1, p), add(p - 1, 1, p), add(1, 1, p)]).toEqual([p - 2, 0, 2]);
    expect([subtract(1, p - 1, p), subtract(0, 0, p)]).toEqual([2, 0]);
    expect((2 * halve(p - 2, p)) % p).toBe(p - 2);
    expect(halve(8, p)).toBe(4);
    expect([plus(p - 1, 3, 2, p), plus(1, -2, p - 1, p), plus(p - 1, 2 ** 22, p - 1, p)]).toEqual([
      5,
      3,
      p - 1 - 2 ** 22,
    ]);
  });
});

describe('isPrime', () => {
  it('tells primes from products', () => {
    expect([41, 43, 1009, 2 ** 31 - 1].every(isPrime)).toBe(true);
    // 3215031751 is a strong pseudoprime to the bases 2, 3, 5 and 7 (Pomerance, Selfridge, Wagstaff 1980).
    expect([1681, 3215031751, (2 ** 20 + 7) * (2 ** 20 + 13)].some(isPrime)).toBe(false);
  });
});
