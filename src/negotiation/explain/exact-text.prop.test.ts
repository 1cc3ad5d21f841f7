import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '@/core/testing/property-runs';
import { compare, decimalText, type Fraction, fractionOf, percentText, pointsText } from './exact-text';

/** A shown decimal as the fraction that it denotes. */
function shownFraction(text: string): Fraction {
  const [whole = '', fraction = ''] = text.replace('−', '-').split('.');
  return { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) };
}

describe('percentages', () => {
  it.each([
    [59, 100, '59'],
    [1, 3, '33'],
    [2, 3, '67'],
    [5004, 10_000, '50.04'],
    [4996, 10_000, '49.96'],
    [1, 2, '50'],
    [1, 1_000_000, '0.0001'],
    [999_999, 1_000_000, '99.9999'],
    [0, 7, '0'],
    [7, 7, '100'],
    [0, 0, '0'],
    [125, 1000, '12'],
    [135, 1000, '14'],
  ])('%d of %d, where more than 1/2 counts, is %s %%', (part, whole, text) => {
    expect(percentText(fractionOf(part), BigInt(whole), [fractionOf('1/2')])).toBe(text);
  });

  it('never stand on another side of a threshold than the exact share', () => {
    const total = fc.integer({ min: 1, max: 1_000_000_000_000_000 });
    const share = fc
      .integer({ min: 1, max: 1_000_000_000 })
      .chain((b) => fc.tuple(fc.integer({ min: 0, max: b }), fc.constant(b)));
    fc.assert(
      fc.property(total, share, fc.integer({ min: -3, max: 3 }), (whole, [a, b], off) => {
        const near = (BigInt(a) * BigInt(whole)) / BigInt(b) + BigInt(off);
        const part = near < 0n ? 0n : near > BigInt(whole) ? BigInt(whole) : near;
        const text = percentText({ numerator: part, denominator: 1n }, BigInt(whole), [
          fractionOf(`${a}/${b}`),
        ]);
        if (text.endsWith('…')) {
          expect(part * BigInt(b)).toBe(BigInt(a) * BigInt(whole));
          return;
        }
        const shown = shownFraction(text);
        const threshold = { numerator: BigInt(a) * 100n, denominator: BigInt(b) };
        const exact = { numerator: part * 100n, denominator: BigInt(whole) };
        expect(compare(shown, threshold)).toBe(compare(exact, threshold));
        const error = compare(
          {
            numerator: shown.numerator * exact.denominator - exact.numerator * shown.denominator,
            denominator: shown.denominator * exact.denominator,
          },
          fractionOf('1/2'),
        );
        expect(error).not.toBe(1);
      }),
      runs(200),
    );
  });
});

describe('a share that is a threshold which no decimal meets', () => {
  it('breaks off rather than seem to miss it', () => {
    expect(percentText(fractionOf(1), 3n, [fractionOf('1/3')])).toBe('33.33…');
    expect(percentText(fractionOf(2), 6n, [fractionOf('1/3')])).toBe('33.33…');
    expect(percentText(fractionOf(1), 3n, [])).toBe('33');
    expect(percentText(fractionOf(1), 1024n, [fractionOf('1/1024')])).toBe('0.09765625');
  });
});

describe('points', () => {
  it.each([
    ['25/2', '12.5'],
    ['7', '7'],
    ['-25/2', '−12.5'],
    ['1/3', '0.33'],
    ['1/1000', '0.001'],
    ['-1/300', '−0.003'],
    ['0', '0'],
    ['1/200', '0.005'],
    ['3/200', '0.02'],
    ['5/200', '0.02'],
  ])('%s is %s', (points, text) => {
    expect(pointsText(points)).toBe(text);
  });

  it('keep their sign', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
        const zero = fractionOf(0);
        expect(compare(shownFraction(decimalText(fractionOf(`${a}/${b}`), 2, [zero])), zero)).toBe(
          Math.sign(a),
        );
      }),
      runs(200),
    );
  });
});
