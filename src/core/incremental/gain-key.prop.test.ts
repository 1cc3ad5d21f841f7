import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, rational } from '../rational';
import { REPRODUCE, runs } from '../testing/property-runs';
import { gainKey, partingDigit } from './gain-key';

const MOST = 16_000;

/** Of −10,000 to 10,000 hundredths, of all denominators and those near the largest. */
const gains = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1, max: MOST }), fc.integer({ min: MOST - 2, max: MOST })),
    fc.integer({ min: -10_000, max: 9_999 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([den, whole, part]) => ({ num: whole * den + Math.round(part * den), den }));

/** Two gains that are any, or the same, or differ as little as two of their denominators can. */
const pairs = fc.oneof(
  fc.tuple(gains, gains),
  gains.map((gain) => [gain, { num: 2 * gain.num, den: 2 * gain.den }] as const),
  gains.map(({ num, den }) => {
    const [whole, less] = [Math.trunc(num / den), Math.max(1, den - 1)];
    return [
      { num: whole * den - Math.sign(num), den },
      { num: whole * less - Math.sign(num), den: less },
    ] as const;
  }),
);

it(`orders gains as they are, and parts their keys by the first digit that differs (${REPRODUCE})`, () => {
  let [same, near] = [0, 0];
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const exact = compare(rational(BigInt(a.num), BigInt(a.den)), rational(BigInt(b.num), BigInt(b.den)));
      const [one, other] = [gainKey(a.num, a.den), gainKey(b.num, b.den)];
      expect(Math.sign(one - other)).toBe(Math.sign(exact));
      expect(one).toBeGreaterThanOrEqual(0);
      expect(one).toBeLessThan(2 ** 47);
      if (one === other) same += 1;
      else {
        const digits = (BigInt(one) ^ BigInt(other)).toString(2).length;
        expect(partingDigit(one, other)).toBe(2 ** (digits - 1));
        if (Math.abs(one - other) < 2 ** 16) near += 1;
      }
    }),
    runs(5_000),
  );
  expect(same).toBeGreaterThan(500);
  expect(near).toBeGreaterThan(200);
});

it('tells the two nearest gains of all apart, at the end where quotients are coarsest', () => {
  const [less, more] = [
    [10_000 * 16_000 - 1, 16_000],
    [10_000 * 15_999 - 1, 15_999],
  ] as const;
  expect(gainKey(...less) - gainKey(...more)).toBeGreaterThan(8);
  expect(gainKey(10_000, 1)).toBe(20_000 * 2 ** 32);
  expect(gainKey(-160_000_000, 16_000)).toBe(0);
});
