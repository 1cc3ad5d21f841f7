import { type Ranking, tiersOf } from './ranking';
import type { Hundredths, Triple } from './score-text';

const SCALE = 10_000;
const POINT = 100;

/**
 * Intervals that say no more than an order does (docs/decisions/2026-11-29-an-order-is-not-a-measure.md). Best guesses
 * are spread evenly, between today and the end of the scale on either side; each interval reaches from the best guess
 * of the place below to that of the place above (the ends of the scale count as places), so that neighbours are told
 * apart at face value alone. The default keeps the interval that it has.
 *
 * In hundredths of a point; in whole points where the places are at least one apart. At most 63 places on a side of
 * today, so that with today between 1 and 99 no two fall together.
 */
export function orderScores(ranking: Ranking, base: string, today: Hundredths): ReadonlyMap<string, Triple> {
  const { tiers, at } = tiersOf(ranking);
  const above = spread(today[1], SCALE, ranking.better.length);
  const below = spread(today[1], 0, ranking.worse.length);
  // From the best to the worst, with the ends of the scale before and after.
  const places = [SCALE, ...above.toReversed(), today[1], ...below, 0];
  const scores = new Map<string, Triple>();
  for (const [index, tier] of tiers.entries()) {
    const [high = SCALE, best = 0, low = 0] = places.slice(index, index + 3);
    for (const profile of tier) {
      const ends = index === at && profile === base ? today : ([low, best, high] as const);
      scores.set(profile, [ends[0] / 100, ends[1] / 100, ends[2] / 100]);
    }
  }
  return scores;
}

/** `count` places between two points, neither of them taken, from the first on. */
function spread(from: number, to: number, count: number): readonly number[] {
  const unit = Math.abs(to - from) >= (count + 1) * POINT ? POINT : 1;
  return Array.from({ length: count }, (_, k) => {
    // Towards `from`: a place is never nearer to the end of the scale than its share.
    const share = Math.floor((Math.abs(to - from) * (k + 1)) / ((count + 1) * unit)) * unit;
    return from + Math.sign(to - from) * share;
  });
}
