import { countedBallots } from './basis';
import { memberSet } from './coalition';
import { type Frame, frame } from './frame';
import type { Basis, Negotiation, Points, Stance } from './model';
import { pointsText } from './rational';
import { satisfies } from './rule';
import { Scores } from './scores';
import type { Prefers } from './stability';

/**
 * Who prefers what on a basis (aggregation.md §3), stakeholder by stakeholder: what the sums of the result are made
 * of, for whoever may see them. Everything by index; O(n · m) to make, O(n) to ask.
 */
export class Preferences implements Prefers {
  readonly frame: Frame;
  private readonly scores: Scores;

  constructor(negotiation: Negotiation, basis: Basis) {
    this.frame = frame(negotiation);
    this.scores = new Scores(countedBallots(negotiation, basis), negotiation.profiles.length);
  }

  isSilent(i: number): boolean {
    return this.scores.silent[i] === 1;
  }

  strictly(i: number, x: number, y: number, stance: Stance): boolean {
    return this.scores.strictly(i, x, y, stance);
  }

  weakly(i: number, x: number, y: number, stance: Stance): boolean {
    return this.scores.weakly(i, x, y, stance);
  }

  /** C^s(x, y), ascending. */
  coalition(x: number, y: number, stance: Stance): number[] {
    return this.everyone().filter((i) => this.strictly(i, x, y, stance));
  }

  /** The gain of i from the default to x (§4); `null` where it is undefined. */
  gain(i: number, x: number, stance: Stance): Points | null {
    const gain = this.scores.gain(i, x, this.frame.default, stance);
    return gain === null ? null : pointsText(gain, this.scores.denominator[i]!);
  }

  /** The least gain of these stakeholders; `null` where one of them is undefined, or there are none. */
  leastGain(members: readonly number[], x: number, stance: Stance): Points | null {
    let least: { readonly gain: number; readonly denominator: number } | null = null;
    for (const i of members) {
      const gain = this.scores.gain(i, x, this.frame.default, stance);
      if (gain === null) return null;
      const denominator = this.scores.denominator[i]!;
      // Below 2.56·10¹² < 2⁵³, as in the aids.
      if (least === null || gain * least.denominator < least.gain * denominator)
        least = { gain, denominator };
    }
    return least === null ? null : pointsText(least.gain, least.denominator);
  }

  /** Whoever of N' does not weakly prefer y to x, and so keeps y from dominating x (§4 "Pareto dominance"). */
  inTheWay(y: number, x: number, stance: Stance): number[] {
    return this.everyone().filter(
      (i) => !(stance === 'expected' && this.isSilent(i)) && !this.scores.weakly(i, y, x, stance),
    );
  }

  /** Whether those that have spoken are a quorum of the heard: without it nothing dominates under `expected` (§4). */
  hasQuorum(): boolean {
    const { stakeholders, dimensions, rule } = this.frame;
    const heard = this.everyone().filter((i) => !this.isSilent(i));
    return heard.length > 0 && satisfies(rule, memberSet(stakeholders, dimensions.length, heard));
  }

  private everyone(): number[] {
    return [...this.frame.stakeholders.keys()];
  }
}
