import type { PointsTriple } from '@/negotiation/session-view';
import { toNumber } from '../numbers';

/** An interval in points, for the eye. */
export interface Span {
  readonly stakeholder: string;
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

export interface Spread {
  /** Lowest best first; of equals, lowest low first. */
  readonly spans: readonly Span[];
  /** Lower median of the bests. */
  readonly median: number;
  /** Between which the middle half of the bests lies (lower quartile, upper quartile). */
  readonly half: readonly [number, number];
  readonly least: number;
  readonly greatest: number;
}

/** How a group's intervals are spread; `null` where nobody stated any. */
export function spreadOf(
  stated: readonly { readonly stakeholder: string; readonly score: PointsTriple }[],
): Spread | null {
  const spans = stated
    .map(({ stakeholder, score: [low, best, high] }) => ({
      stakeholder,
      low: toNumber(low),
      best: toNumber(best),
      high: toNumber(high),
    }))
    .sort((a, b) => a.best - b.best || a.low - b.low);
  const bests = spans.map(({ best }) => best);
  const at = (share: number) => bests[Math.ceil(share * bests.length) - 1] ?? Number.NaN;
  if (spans.length === 0) return null;
  return {
    spans,
    median: at(0.5),
    half: [at(0.25), at(0.75)],
    least: Math.min(...spans.map(({ low }) => low)),
    greatest: Math.max(...spans.map(({ high }) => high)),
  };
}
