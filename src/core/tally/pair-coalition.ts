import type { Coalition } from '../coalition';
import type { Stance } from '../model';
import type { Scores } from '../scores';
import type { PairTallies } from './pair-tallies';

/** C^s(x, y) as what a rule asks of it, for one pair after the other: the weights are at hand in the tallies. */
export class PairCoalition implements Coalition {
  private over = 0;
  private under = 0;
  count = 0;

  constructor(
    private readonly tallies: PairTallies,
    private readonly scores: Scores,
    private readonly stance: Stance,
  ) {}

  /** The same object, now of C^s(x, y). */
  of(x: number, y: number): this {
    this.over = x;
    this.under = y;
    this.count = this.tallies.members(x, y, this.stance);
    return this;
  }

  weight(dimension: number): number {
    return this.tallies.weight(this.over, this.under, this.stance, dimension);
  }

  has(stakeholder: number): boolean {
    return this.scores.strictly(stakeholder, this.over, this.under, this.stance);
  }
}
