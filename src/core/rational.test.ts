import { expect, it } from 'vitest';
import { compare, gcd, pointsText, rational, sum, text } from './rational';

it('reduces to lowest terms with a positive denominator', () => {
  expect(rational(6n, -4n)).toEqual({ num: -3n, den: 2n });
  expect(rational(0n, 7n)).toEqual({ num: 0n, den: 1n });
  expect(gcd(-12n, 18n)).toBe(6n);
});

it('writes whole numbers without a denominator', () => {
  expect(text(rational(14n, 2n))).toBe('7');
  expect(text(rational(-1n, 3n))).toBe('-1/3');
});

it('turns hundredths into points in lowest terms', () => {
  expect(pointsText(1250, 1)).toBe('25/2');
  expect(pointsText(-700, 1)).toBe('-7');
  expect(pointsText(1, 3)).toBe('1/300');
  expect(pointsText(0, 9)).toBe('0');
});

it('compares fractions that doubles cannot tell apart', () => {
  const a = rational(10n ** 20n, 10n ** 20n + 1n);
  const b = rational(10n ** 20n + 1n, 10n ** 20n + 2n);
  expect(compare(a, b)).toBe(-1);
  expect(compare(b, a)).toBe(1);
  expect(compare(a, a)).toBe(0);
});

it('sums fractions exactly', () => {
  const terms = [
    { num: 1n, den: 6n },
    { num: -1n, den: 4n },
    { num: 1n, den: 12n },
  ];
  expect(sum(terms)).toEqual({ num: 0n, den: 1n });
  expect(
    sum([
      { num: 1n, den: 3n },
      { num: 1n, den: 5n },
    ]),
  ).toEqual({ num: 8n, den: 15n });
  expect(sum([])).toEqual({ num: 0n, den: 1n });
});
