import { MemberSet } from './coalition';
import type { Frame } from './frame';
import type { Points, Stance } from './model';
import { pointsText } from './rational';
import { satisfies } from './rule';
import type { Scores } from './scores';

/**
 * The critical gain of x (§4) in points, in lowest terms; `null` where even all whose gain is defined do not
 * suffice. Stakeholders join from the largest gain down, those of equal gain together, until A_x holds.
 * Gains a/b and c/d compare by a·d and c·b: at most 1.6·10⁸ · 1.6·10⁴ = 2.56·10¹² < 2⁵³. O(n log n).
 */
export function criticalGain(frame: Frame, scores: Scores, x: number, stance: Stance): Points | null {
  const gains = descendingGains(scores, x, frame.default, stance);
  const set = new MemberSet(frame.stakeholders, frame.dimensions.length);
  const rule = frame.rules[x]!;
  let from = 0;
  while (from < gains.length) {
    const least = gains[from]!;
    for (; from < gains.length && order(gains[from]!, least) === 0; from++) set.add(gains[from]!.stakeholder);
    if (satisfies(rule, set)) return pointsText(least.gain, least.denominator);
  }
  return null;
}

interface Gain {
  readonly stakeholder: number;
  readonly gain: number;
  readonly denominator: number;
}

const order = (a: Gain, b: Gain) => b.gain * a.denominator - a.gain * b.denominator;

function descendingGains(scores: Scores, x: number, d: number, stance: Stance): Gain[] {
  const gains: Gain[] = [];
  for (let stakeholder = 0; stakeholder < scores.stakeholders; stakeholder++) {
    const gain = scores.gain(stakeholder, x, d, stance);
    if (gain === null) continue;
    gains.push({ stakeholder, gain, denominator: scores.denominator[stakeholder]! });
  }
  return gains.sort(order);
}
