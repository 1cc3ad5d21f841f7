import type { Points, Stance } from '@/core/model';
import { compare, type Fraction, fractionOf } from '@/negotiation/explain/exact-text';
import type { StakeholderGain } from '@/negotiation/standing-detail';

/** A stakeholder's row: what it gains from the least to the most, and how thick its bar is. */
export interface GainRow extends StakeholderGain {
  readonly weight: number;
  /** Of the heaviest, 0 … 1. */
  readonly part: number;
  /** Whether its gain is at least the critical one: all such rows together are adequate (aggregation.md §4). */
  readonly reaches: boolean;
}

/**
 * Rows by what they gain under the stance, the most first, undefined gains last; of equal gains the heavier first.
 * Gains are compared as fractions, so that whoever reaches the critical gain stands before whoever does not.
 */
export function gainRows(
  gains: readonly StakeholderGain[],
  weights: readonly number[],
  stance: Stance,
  critical: Points | null,
): readonly GainRow[] {
  const heaviest = Math.max(1, ...weights);
  const least = critical === null ? null : fractionOf(critical);
  return gains
    .map((gain, i) => ({ gain, exact: exact(gain.gain[stance]), weight: weights[i] ?? 0, i }))
    .sort((a, b) => order(a.exact, b.exact) || b.weight - a.weight || a.i - b.i)
    .map(({ gain, exact: own, weight }) => ({
      ...gain,
      weight,
      part: weight / heaviest,
      reaches: least !== null && own !== null && compare(own.fraction, least) >= 0,
    }));
}

interface Read {
  readonly fraction: Fraction;
  /** The nearest double. */
  readonly near: number;
}

function exact(points: Points | null): Read | null {
  if (points === null) return null;
  const fraction = fractionOf(points);
  return { fraction, near: Number(fraction.numerator) / Number(fraction.denominator) };
}

/** Points are at most 100: doubles that lie farther apart than this are of fractions in the same order. */
const APART = 1e-9;

function order(a: Read | null, b: Read | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const difference = b.near - a.near;
  return Math.abs(difference) > APART ? difference : compare(b.fraction, a.fraction);
}

/** Where points of gain, −100 … 100, stand on an axis from 0 to 100. For drawing alone. */
export function onAxis(points: Points): number {
  const { numerator, denominator } = fractionOf(points);
  return (Number(numerator) / Number(denominator) + 100) / 2;
}
