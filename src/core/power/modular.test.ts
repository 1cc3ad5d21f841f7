import { describe, expect, it } from 'vitest';
import { add, exactly, halve, isPrime, reduce, subtract } from './modular';

describe('exactly', () => {
  it('needs no modulus below 2⁵³', () => {
    const moduli: number[] = [];
    const result = exactly(52, (modulus) => {
      moduli.push(modulus);
      return Float64Array.of(2 ** 52);
    });
    expect(moduli).toEqual([0]);
    expect(result).toEqual([2n ** 52n]);
  });

  it('puts a large number together from its residues', () => {
    const values = [0n, 1n, 2n ** 200n, 3n ** 126n];
    const residues = (modulus: number) => Float64Array.from(values, (v) => Number(v % BigInt(modulus)));
    expect(exactly(200, residues)).toEqual(values);
  });
});

describe('arithmetic of residues', () => {
  const p = 8796093022151;

  it('stays exact below the modulus', () => {
    expect(isPrime(p)).toBe(true);
    expect(add(p - 1, p - 1, p)).toBe(p - 2);
    expect(subtract(1, p - 1, p)).toBe(2);
    expect((2 * halve(p - 2, p)) % p).toBe(p - 2);
    expect(halve(8, p)).toBe(4);
  });

  it('reduces after ten doublings', () => {
    const values = Float64Array.of(0, p - 1, p, 1024 * (p - 1), 1023 * p + 5);
    reduce(values, p);
    expect([...values]).toEqual([0, p - 1, 0, p - 1024, 5]);
  });
});

describe('isPrime', () => {
  it('tells primes from products', () => {
    expect([41, 43, 1009, 2 ** 31 - 1].every(isPrime)).toBe(true);
    // 3215031751 is a strong pseudoprime to the bases 2, 3, 5 and 7 (Pomerance, Selfridge, Wagstaff 1980).
    expect([1681, 3215031751, (2 ** 20 + 7) * (2 ** 20 + 13)].some(isPrime)).toBe(false);
  });
});
