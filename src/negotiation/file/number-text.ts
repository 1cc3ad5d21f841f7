/**
 * A number as it was written, where the double that it reads as could differ from it: past 15 significant
 * digits or with an exponent. Shorter decimals survive a double unharmed, so they stand as plain numbers.
 */
export class NumberText {
  constructor(readonly text: string) {}
}

/** An exact decimal: (−1)^negative · digits · 10^exponent, digits without leading or trailing zeros (`''` is zero). */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** The decimal that a number denotes, judged on its text; `null` for NaN and the infinities. */
export function decimalOf(value: number | NumberText): Decimal | null {
  const text = value instanceof NumberText ? value.text : Object.is(value, -0) ? '-0' : String(value);
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const fraction = match[3] ?? '';
  const all = `${match[2]}${fraction}`.replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  const exponent = Number(match[4] ?? '0') - fraction.length + (all.length - digits.length);
  return { negative: match[1] === '-', digits, exponent };
}

/** More digits than any bound of the file format has: what is this long is above every bound. */
const LONGEST = 15;

/**
 * The decimal times 10^places as an integer: `'fine'` where it is no integer then, ±Infinity where it is past
 * 10^15, far above every bound of the format. Zero gives 0 whatever its sign.
 */
export function scaled(decimal: Decimal, places: 0 | 2): number | 'fine' {
  if (decimal.digits === '') return 0;
  const zeros = decimal.exponent + places;
  if (zeros < 0) return 'fine';
  const sign = decimal.negative ? -1 : 1;
  if (decimal.digits.length + zeros > LONGEST) return sign * Number.POSITIVE_INFINITY;
  return sign * Number(decimal.digits + '0'.repeat(zeros));
}
