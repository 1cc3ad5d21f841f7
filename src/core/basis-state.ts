import type { Frame } from './frame';
import type { Ballot } from './model';
import { Scores } from './scores';
import { PairTallies } from './tally/pair-tallies';
import { type Counting, countHere } from './tally/tally-counter';

/** From here on a kernel is worth what it takes to set up. */
const MANY = 64;

/**
 * The scores on one basis and, once somebody has asked for a result on it, their tallies, both brought up to date
 * ballot by ballot.
 */
export class BasisState {
  readonly scores: Scores;
  /** The ballot that counts for each, an abstention too. */
  private readonly ballots: (Ballot | null)[];
  private counted: PairTallies | null = null;

  constructor(
    private readonly frame: Frame,
    ballots: readonly (Ballot | null)[],
    private readonly counting: Counting = countHere,
  ) {
    this.ballots = [...ballots];
    this.scores = new Scores(ballots, frame.profiles.length);
  }

  /** The tallies: O(n · m²) the first time, at hand from then on. */
  tallies(): PairTallies {
    if (this.counted === null) {
      const { profiles, dimensions, stakeholders } = this.frame;
      this.counted = new PairTallies(profiles.length, dimensions.length);
      if (stakeholders.length < MANY) for (let i = 0; i < stakeholders.length; i++) this.count(i, 1);
      else this.counted.applyAll(this.scores, (i) => stakeholders[i]!.weights, this.counting);
    }
    return this.counted;
  }

  ballot(i: number): Ballot | null {
    return this.ballots[i] ?? null;
  }

  /** Lets this ballot count for i: O(m²). */
  set(i: number, ballot: Ballot | null): void {
    this.ballots[i] = ballot;
    this.count(i, -1);
    this.scores.set(i, ballot);
    this.count(i, 1);
  }

  private count(i: number, sign: 1 | -1): void {
    this.counted?.apply(this.scores, i, this.frame.stakeholders[i]!.weights, sign);
  }
}
