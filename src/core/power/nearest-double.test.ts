import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../testing/property-runs';
import { nearestDouble } from './nearest-double';

describe('nearestDouble', () => {
  it.each([
    [0n, 7n, 0],
    [1n, 3n, 1 / 3],
    [2n, 3n, 2 / 3],
    [1n, 10n, 0.1],
    [7n, 60n, 7 / 60],
    [123456789n, 1n, 123456789],
    [2n ** 53n - 1n, 1n, 2 ** 53 - 1],
  ])('%d/%d', (a, b, double) => {
    expect(nearestDouble(a, b)).toBe(double);
  });

  it('rounds a tie to the even neighbour, and anything past it up', () => {
    expect(nearestDouble(2n ** 53n + 1n, 1n)).toBe(2 ** 53);
    expect(nearestDouble(2n ** 53n + 3n, 1n)).toBe(2 ** 53 + 4);
    expect(nearestDouble(2n ** 80n + 2n ** 27n + 1n, 2n ** 27n)).toBe(2 ** 53 + 2);
  });

  it('carries into the exponent', () => {
    expect(nearestDouble(2n ** 54n - 1n, 1n)).toBe(2 ** 54);
    expect(nearestDouble(10n ** 30n - 1n, 10n ** 30n)).toBe(1);
  });

  it('reaches the subnormal numbers', () => {
    expect(nearestDouble(1n, 2n ** 1074n)).toBe(Number.MIN_VALUE);
    expect(nearestDouble(3n, 2n ** 1074n)).toBe(3 * Number.MIN_VALUE);
    expect(nearestDouble(3n, 2n ** 1076n)).toBe(Number.MIN_VALUE);
    expect(nearestDouble(1n, 2n ** 1075n)).toBe(0);
    expect(nearestDouble(1n, 2n ** 1022n)).toBe(2.2250738585072014e-308);
  });

  it('agrees with the division of doubles, which IEEE 754 rounds the same way', () => {
    const integer = fc.maxSafeInteger().map(Math.abs);
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        expect(nearestDouble(BigInt(a), BigInt(b + 1))).toBe(a / (b + 1));
        // The same fraction of integers that no double holds.
        expect(nearestDouble(BigInt(a) << 60n, BigInt(b + 1) << 60n)).toBe(a / (b + 1));
      }),
      runs(300),
    );
  });

  it('refuses what is no index', () => {
    expect(() => nearestDouble(1n, 0n)).toThrow(RangeError);
    expect(() => nearestDouble(-1n, 2n)).toThrow(RangeError);
    expect(() => nearestDouble(2n ** 1024n, 1n)).toThrow(RangeError);
  });
});
