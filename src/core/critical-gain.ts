import type { Coalition } from './coalition';
import type { Frame } from './frame';
import type { Points, Stance } from './model';
import { pointsText } from './rational';
import { type CompiledRule, satisfies } from './rule';
import type { Scores } from './scores';

/**
 * The critical gain of x (§4) in points, in lowest terms; `null` where even all whose gain is defined do not
 * suffice. A_x is monotone, so the largest gain that will do is found as a median is: O(n) on average.
 *
 * Gains are compared as the doubles nearest to them, and exactly so: two different gains have denominators of at
 * most 16,000 and differ by at least 1/16,000² > 3·10⁻⁹ hundredths, while a quotient of at most 10⁴ is off by less
 * than 10⁻¹², and equal fractions have equal quotients.
 */
export function criticalGain(frame: Frame, scores: Scores, x: number, stance: Stance): Points | null {
  const gains = quotients(scores, x, frame.default, stance);
  const critical = leastThatSuffices(frame, gains, x);
  if (critical === null) return null;
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

/**
 * Somebody with the largest gain g for which A_x({ i : gainᵢ ≥ g }); `null` where there is none. Quickselect: those that
 * are open lie in [from, to) of `order`, those that gain more than all of them before `from`, counted in `above`.
 */
function leastThatSuffices(frame: Frame, gains: Float64Array, x: number): number | null {
  const rule = frame.rules[x]!;
  const order = new Int32Array(gains.length);
  let [from, to] = [0, 0];
  for (let i = 0; i < gains.length; i++) if (!Number.isNaN(gains[i])) order[to++] = i;
  const above = new GainingMost(frame, gains);
  while (from < to) {
    const pivot = gains[order[(from + to) >> 1]!]!;
    // Above the pivot, at it, below it: [from, at), [at, below), [below, to).
    let [at, below] = [from, to];
    for (let k = from; k < below; ) {
      const i = order[k]!;
      const gain = gains[i]!;
      if (gain > pivot) {
        order[k++] = order[at]!;
        order[at++] = i;
      } else if (gain < pivot) {
        order[k] = order[--below]!;
        order[below] = i;
      } else k++;
    }
    above.move(order, from, at, 1);
    if (above.suffice(rule, order[at]!, false)) {
      above.move(order, from, at, -1);
      to = at;
      continue;
    }
    above.move(order, at, below, 1);
    if (above.suffice(rule, order[at]!, true)) return order[at]!;
    from = below;
  }
  return null;
}

/** All whose gain is large enough, as what a rule asks of them. Sums are at most 10¹⁵. */
class GainingMost implements Coalition {
  count = 0;
  private readonly sums: Float64Array;
  /** Whose gain is the least, and whether that is enough. */
  private least = Number.POSITIVE_INFINITY;
  private inclusive = true;

  constructor(
    private readonly frame: Frame,
    private readonly gains: Float64Array,
  ) {
    this.sums = new Float64Array(frame.columns.length);
  }

  weight(dimension: number): number {
    return this.sums[dimension] ?? 0;
  }

  has(stakeholder: number): boolean {
    const gain = this.gains[stakeholder]!;
    return this.inclusive ? gain >= this.least : gain > this.least;
  }

  /** Whether those counted, who are all that gain more than `at` (or as much), satisfy the rule. */
  suffice(rule: CompiledRule, at: number, inclusive: boolean): boolean {
    this.least = this.gains[at]!;
    this.inclusive = inclusive;
    return satisfies(rule, this);
  }

  /** Counts members from … to − 1 of the order in or out. */
  move(order: Int32Array, from: number, to: number, sign: 1 | -1): void {
    this.count += sign * (to - from);
    for (let d = 0; d < this.sums.length; d++) {
      const weights = this.frame.columns[d]!;
      let sum = 0;
      for (let k = from; k < to; k++) sum += weights[order[k]!]!;
      this.sums[d]! += sign * sum;
    }
  }
}
