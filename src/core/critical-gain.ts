import { MemberSet } from './coalition';
import type { Frame } from './frame';
import type { Points, Stance } from './model';
import { pointsText } from './rational';
import { satisfies } from './rule';
import type { Scores } from './scores';

/**
 * The critical gain of x (§4) in points, in lowest terms; `null` where even all whose gain is defined do not
 * suffice. A_x is monotone, so the largest gain that will do is found by halving the sorted gains: O(n log n).
 *
 * Gains are compared as the doubles nearest to them, and exactly so: two different gains have denominators of at
 * most 16,000 and differ by at least 1/16,000² > 3·10⁻⁹ hundredths, while a quotient of at most 10⁴ is off by less
 * than 10⁻¹², and equal fractions have equal quotients.
 */
export function criticalGain(frame: Frame, scores: Scores, x: number, stance: Stance): Points | null {
  const gains = quotients(scores, x, frame.default, stance);
  const sorted = gains.filter((gain) => !Number.isNaN(gain)).sort();
  const suffices = (least: number) => {
    const set = new MemberSet(frame.stakeholders, frame.dimensions.length);
    gains.forEach((gain, i) => {
      if (gain >= least) set.add(i);
    });
    return satisfies(frame.rules[x]!, set);
  };
  const all = sorted[0];
  if (all === undefined || !suffices(all)) return null;
  let [enough, tooFew] = [0, sorted.length];
  while (tooFew - enough > 1) {
    const middle = (enough + tooFew) >>> 1;
    if (suffices(sorted[middle]!)) enough = middle;
    else tooFew = middle;
  }
  const critical = gains.indexOf(sorted[enough]!);
  return pointsText(scores.gain(critical, x, frame.default, stance) ?? 0, scores.denominator[critical]!);
}

/** By stakeholder, its gain in hundredths; NaN where it is undefined. */
function quotients(scores: Scores, x: number, d: number, stance: Stance): Float64Array {
  const gains = new Float64Array(scores.stakeholders);
  for (let i = 0; i < gains.length; i++) {
    const gain = scores.gain(i, x, d, stance);
    gains[i] = gain === null ? Number.NaN : gain / scores.denominator[i]!;
  }
  return gains;
}
