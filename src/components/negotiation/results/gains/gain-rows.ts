import type { Points, Stance } from '@/core/model';
import { compare, fractionOf } from '@/negotiation/explain/exact-text';
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
  return gains
    .map((gain, i) => ({ gain, weight: weights[i] ?? 0, i }))
    .sort((a, b) => order(a.gain.gain[stance], b.gain.gain[stance]) || b.weight - a.weight || a.i - b.i)
    .map(({ gain, weight }) => ({
      ...gain,
      weight,
      part: weight / heaviest,
      reaches: critical !== null && reaches(gain.gain[stance], critical),
    }));
}

function order(a: Points | null, b: Points | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return compare(fractionOf(b), fractionOf(a));
}

function reaches(gain: Points | null, critical: Points): boolean {
  return gain !== null && compare(fractionOf(gain), fractionOf(critical)) >= 0;
}

/** Where points of gain, −100 … 100, stand on an axis from 0 to 100. For drawing alone. */
export function onAxis(points: Points): number {
  const { numerator, denominator } = fractionOf(points);
  return (Number(numerator) / Number(denominator) + 100) / 2;
}
