import { BasisState } from '../basis-state';
import type { Frame } from '../frame';
import type { Ballot } from '../model';
import { againstDefault, dropChanged } from './against-default';
import { GainTrees } from './gain-trees';
import { KeptAnswers } from './kept-answers';

/** What is held of a negotiation on one basis, and brought up to date ballot by ballot. */
export class RunningBasis {
  readonly state: BasisState;
  readonly kept: KeptAnswers;
  private readonly gains: GainTrees;

  constructor(
    private readonly frame: Frame,
    ballots: readonly (Ballot | null)[],
  ) {
    this.state = new BasisState(frame, ballots);
    this.gains = new GainTrees(frame, this.state.scores);
    this.kept = new KeptAnswers((_frame, _scores, x, stance) => this.gains.criticalGain(x, stance));
  }

  /** Lets this ballot count for i: O(m²), whatever n is. */
  set(i: number, ballot: Ballot | null): void {
    const { frame, state } = this;
    const before = againstDefault(state.scores, i, frame.default);
    state.set(i, ballot);
    const now = againstDefault(state.scores, i, frame.default);
    dropChanged(this.kept, before, now);
    this.gains.move(i, before, now);
  }
}
