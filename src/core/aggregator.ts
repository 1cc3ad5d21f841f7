import { byStakeholder, informedSince, newest, requiredBriefings } from './basis';
import { BasisState } from './basis-state';
import { type Frame, frame } from './frame';
import type { AggregateOptions, AggregationResult, Ballot, Basis, Negotiation } from './model';
import { result } from './result';
import type { Counting } from './tally/tally-counter';

type Acknowledgement = Negotiation['acknowledgements'][number];

/**
 * The aggregator of one negotiation (aggregation.md): typed arrays made once, brought up to date by ballot in
 * O(m²), whatever n is. Its result equals that of a new one over the negotiation with the same ballots and
 * acknowledgements at the end of its lists.
 */
export interface Aggregator {
  /** Takes one more ballot, as the last in the list: of two at one instant it is the newer. */
  cast(ballot: Ballot): void;
  /** Takes one more acknowledgement of a briefing. */
  acknowledge(acknowledgement: Acknowledgement): void;
  /** The whole result; gap, resilience and stability are computed anew each time. */
  result(options: AggregateOptions): AggregationResult;
}

export function createAggregator(negotiation: Negotiation, counting?: Counting): Aggregator {
  return new LiveAggregator(negotiation, counting);
}

class LiveAggregator implements Aggregator {
  private readonly frame: Frame;
  private readonly required: readonly number[];
  /** Each stakeholder's ballots and acknowledgements, in the order of the lists. */
  private readonly ballots: Ballot[][];
  private readonly acknowledged: Acknowledgement[][];
  private readonly stated: BasisState;
  private readonly informed: BasisState;

  constructor(
    private readonly negotiation: Negotiation,
    counting: Counting | undefined,
  ) {
    const n = negotiation.stakeholders.length;
    this.frame = frame(negotiation);
    this.required = requiredBriefings(negotiation);
    this.ballots = byStakeholder(n, negotiation.ballots);
    this.acknowledged = byStakeholder(n, negotiation.acknowledgements);
    this.stated = new BasisState(
      this.frame,
      this.ballots.map((_, i) => this.counts(i, 'stated')),
      counting,
    );
    // Where no briefing is required every ballot is informed, and the bases are one.
    this.informed =
      this.required.length === 0
        ? this.stated
        : new BasisState(
            this.frame,
            this.ballots.map((_, i) => this.counts(i, 'informed')),
            counting,
          );
  }

  cast(ballot: Ballot): void {
    this.ballots[ballot.stakeholder]!.push(ballot);
    this.update(ballot.stakeholder);
  }

  acknowledge(acknowledgement: Acknowledgement): void {
    this.acknowledged[acknowledgement.stakeholder]!.push(acknowledgement);
    this.update(acknowledgement.stakeholder);
  }

  result(options: AggregateOptions): AggregationResult {
    const basis = options.basis === 'stated' ? this.stated : this.informed;
    return result(
      this.negotiation,
      this.frame,
      { scores: basis.scores, tallies: basis.tallies() },
      this.informed.scores,
      options,
    );
  }

  /** Lets the newest ballot of i count on either basis, where that is another than before. */
  private update(i: number): void {
    const stated = this.counts(i, 'stated');
    if (this.stated.ballot(i) !== stated) this.stated.set(i, stated);
    if (this.informed === this.stated) return;
    const informed = this.counts(i, 'informed');
    if (this.informed.ballot(i) !== informed) this.informed.set(i, informed);
  }

  private counts(i: number, basis: Basis): Ballot | null {
    const required = basis === 'stated' ? [] : this.required;
    return newest(this.ballots[i]!, informedSince(required, this.acknowledged[i]!));
  }
}
