import { informedSince, newest } from './basis';
import { BasisState } from './basis-state';
import { type Frame, frame } from './frame';
import type { AggregateOptions, AggregationResult, Ballot, Negotiation } from './model';
import { result } from './result';

/**
 * The aggregator of one negotiation (aggregation.md): typed arrays made once, brought up to date by ballot in
 * O(m²), whatever n is. Its result equals that of a new one over the negotiation with the same ballots and
 * acknowledgements at the end of its lists.
 */
export interface Aggregator {
  /** Takes one more ballot, as the last in the list: of two at one instant it is the newer. */
  cast(ballot: Ballot): void;
  /** Takes one more acknowledgement of a briefing. */
  acknowledge(acknowledgement: Negotiation['acknowledgements'][number]): void;
  /** The whole result; gap, resilience and stability are computed anew each time. */
  result(options: AggregateOptions): AggregationResult;
}

export function createAggregator(negotiation: Negotiation): Aggregator {
  return new LiveAggregator(negotiation);
}

class LiveAggregator implements Aggregator {
  private readonly frame: Frame;
  /** Each stakeholder's ballots, in the order of the list. */
  private readonly ballots: Ballot[][];
  private acknowledgements: Negotiation['acknowledgements'];
  /** From when each stakeholder's ballots are informed. */
  private readonly since: (string | null)[];
  private readonly stated: BasisState;
  private readonly informed: BasisState;

  constructor(private readonly negotiation: Negotiation) {
    this.frame = frame(negotiation);
    this.ballots = negotiation.stakeholders.map(() => []);
    for (const ballot of negotiation.ballots) this.ballots[ballot.stakeholder]!.push(ballot);
    this.acknowledgements = negotiation.acknowledgements;
    this.since = informedSince(negotiation);
    this.stated = new BasisState(
      this.frame,
      this.ballots.map((cast) => newest(cast, '')),
    );
    // Where no briefing is required every ballot is informed, and the bases are one.
    this.informed = negotiation.briefings.some(({ required }) => required)
      ? new BasisState(
          this.frame,
          this.ballots.map((cast, i) => newest(cast, this.since[i] ?? null)),
        )
      : this.stated;
  }

  cast(ballot: Ballot): void {
    const i = ballot.stakeholder;
    this.ballots[i]!.push(ballot);
    this.update(i);
  }

  acknowledge(acknowledgement: Negotiation['acknowledgements'][number]): void {
    this.acknowledgements = [...this.acknowledgements, acknowledgement];
    const i = acknowledgement.stakeholder;
    const own = this.acknowledgements.filter(({ stakeholder }) => stakeholder === i);
    this.since[i] = informedSince({ ...this.negotiation, acknowledgements: own })[i] ?? null;
    this.update(i);
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
    const cast = this.ballots[i]!;
    const counting: [BasisState, Ballot | null][] = [[this.stated, newest(cast, '')]];
    if (this.informed !== this.stated) counting.push([this.informed, newest(cast, this.since[i] ?? null)]);
    for (const [basis, ballot] of counting) if (basis.scores.ballot(i) !== ballot) basis.set(i, ballot);
  }
}
