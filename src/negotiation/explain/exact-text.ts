/** An exact rational for display: numerator over a positive denominator. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Reads an `Exact` or `Points` of the result: an integer, a decimal string, or `"a/b"`. */
export function fractionOf(value: number | string): Fraction {
  const [numerator = '0', denominator = '1'] = String(value).split('/');
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** The sign of a − b. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Distinct fractions of the bounds of the format (totals to 10¹⁵, shares to 1/10⁹) differ by more than 10⁻³⁰. */
const MOST_DECIMALS = 30;

/**
 * A decimal of the value, rounded half to even to `decimals` places and to more where it would otherwise seem to
 * stand on another side of one of `bounds`, or on it: 50.04 % is not "50 %" where more than half is asked for. On a
 * bound that no decimal meets it breaks off, as in "33.33…".
 */
export function decimalText(value: Fraction, decimals: number, bounds: readonly Fraction[]): string {
  const unending = bounds.some((bound) => compare(bound, value) === 0) && !terminates(value);
  if (unending) return `${withPoint(truncated(value, UNENDING), UNENDING)}…`;
  for (let places = decimals; places < MOST_DECIMALS; places += 1) {
    const scale = 10n ** BigInt(places);
    const shown = {
      numerator: roundHalfEven(value.numerator * scale, value.denominator),
      denominator: scale,
    };
    if (bounds.every((bound) => compare(shown, bound) === compare(value, bound))) {
      return withPoint(shown.numerator, places);
    }
  }
  return `${value.numerator}/${value.denominator}`;
}

const UNENDING = 2;

function truncated({ numerator, denominator }: Fraction, places: number): bigint {
  return (numerator * 10n ** BigInt(places)) / denominator;
}

/** Whether some decimal of at most 30 places is the value. */
function terminates({ numerator, denominator }: Fraction): boolean {
  return (numerator * 10n ** BigInt(MOST_DECIMALS)) % denominator === 0n;
}

function roundHalfEven(numerator: bigint, denominator: bigint): bigint {
  let floor = numerator / denominator;
  if (numerator < 0n && floor * denominator !== numerator) floor -= 1n;
  const twice = 2n * (numerator - floor * denominator);
  if (twice > denominator || (twice === denominator && floor % 2n !== 0n)) floor += 1n;
  return floor;
}

/** An integer of 10^−places with its decimal point; trailing zeros go. */
function withPoint(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const sign = units < 0n ? '−' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** part/whole in per cent, without decimals unless a threshold (a share of 1), 0 or all asks for them. */
export function percentText(part: Fraction, whole: bigint, thresholds: readonly Fraction[]): string {
  if (whole === 0n) return '0';
  const percent = { numerator: part.numerator * 100n, denominator: part.denominator * whole };
  const bounds = thresholds.map(({ numerator, denominator }) => ({
    numerator: numerator * 100n,
    denominator,
  }));
  return decimalText(percent, 0, [
    ...bounds,
    { numerator: 0n, denominator: 1n },
    { numerator: 100n, denominator: 1n },
  ]);
}

/** Scale points to at most two decimals; more only where it would seem to be 0. */
export function pointsText(points: string): string {
  return decimalText(fractionOf(points), 2, [{ numerator: 0n, denominator: 1n }]);
}
