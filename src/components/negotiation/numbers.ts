import type { useFormatter } from 'next-intl';
import type { Members } from '@/core/model';
import { fractionOf, percentText, pointsText } from '@/negotiation/explain/exact-text';

type Format = ReturnType<typeof useFormatter>;

/**
 * A share of a total in per cent, without decimals unless a threshold (`a/b` of the total), 0 or all asks for them:
 * 50.04 % is not “50 %” where more than half is asked for.
 */
export function percentOf(
  value: number,
  total: number,
  thresholds: readonly { readonly a: number; readonly b: number }[] = [],
): string {
  const bounds = thresholds.map(({ a, b }) => ({ numerator: BigInt(a), denominator: BigInt(b) }));
  return `${percentText(fractionOf(value), BigInt(total), bounds)}\u00a0%`;
}

/** A decimal share (a power index) in per cent, with at most one decimal, or so many. */
export function decimalPercent(share: number, format: Format, digits = 1): string {
  return `${format.number(100 * share, { maximumFractionDigits: digits })}\u00a0%`;
}

/** An exact count of the result format as a number to draw or format; sums of weights stay below 2⁵³. */
export function toNumber(exact: number | string): number {
  if (typeof exact === 'number') return exact;
  const [a, b] = exact.split('/');
  return Number(a) / Number(b ?? '1');
}

/** Points of the scale, `"25/2"`, for reading: at most two decimals; more only where it would seem to be 0. */
export function pointsInWords(points: string, format: Format): string {
  const value = toNumber(points);
  if (Math.abs(value) < HALF_A_HUNDREDTH) return pointsText(points);
  return format.number(value, { maximumFractionDigits: 2, signDisplay: 'negative' });
}

const HALF_A_HUNDREDTH = 0.005;

/** How many a list of members holds, also where only its length is told (above 10,000, or hidden from the reader). */
export function countOf(members: Members): number {
  return typeof members === 'number' ? members : members.length;
}
