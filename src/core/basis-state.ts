import type { Frame } from './frame';
import type { Ballot } from './model';
import { Scores } from './scores';
import { PairTallies } from './tally/pair-tallies';

/**
 * The scores on one basis and, once somebody has asked for a result on it, their tallies, both brought up to date
 * ballot by ballot.
 */
export class BasisState {
  readonly scores: Scores;
  private counted: PairTallies | null = null;

  constructor(
    private readonly frame: Frame,
    ballots: readonly (Ballot | null)[],
  ) {
    this.scores = new Scores(ballots, frame.profiles.length);
  }

  /** The tallies: O(n · m²) the first time, at hand from then on. */
  tallies(): PairTallies {
    if (this.counted === null) {
      this.counted = new PairTallies(this.frame.profiles.length, this.frame.dimensions.length);
      for (let i = 0; i < this.frame.stakeholders.length; i++) this.count(i, 1);
    }
    return this.counted;
  }

  /** Lets this ballot count for i: O(m²). */
  set(i: number, ballot: Ballot | null): void {
    this.count(i, -1);
    this.scores.set(i, ballot);
    this.count(i, 1);
  }

  private count(i: number, sign: 1 | -1): void {
    this.counted?.apply(this.scores, i, this.frame.stakeholders[i]!.weights, sign);
  }
}
