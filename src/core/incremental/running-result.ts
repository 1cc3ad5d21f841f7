import { byStakeholder, informedSince, newest, requiredBriefings } from '../basis';
import { type Frame, frame } from '../frame';
import type { AggregationResult, Ballot, Basis, Negotiation, Verdict } from '../model';
import { result } from '../result';
import { satisfies } from '../rule';
import { PairCoalition } from '../tally/pair-coalition';
import { verdict } from '../verdict';
import { RunningBasis } from './running-basis';

type Acknowledgement = Negotiation['acknowledgements'][number];

/**
 * The results of a negotiation whose frame stays as it is while ballots come, go and are replaced: equal, bit for bit,
 * to `aggregate` of the negotiation with the ballots that then stand (aggregation.md §8). Of each stakeholder's ballots
 * only the newest counts on either basis where no older one is informed, which holds of instants that ascend.
 */
export class RunningResult {
  private readonly frame: Frame;
  private readonly required: readonly number[];
  private readonly ballots: (Ballot | null)[];
  private readonly acknowledged: Acknowledgement[][];
  private readonly bases: { readonly [B in Basis]: RunningBasis };

  constructor(private readonly negotiation: Negotiation) {
    const n = negotiation.stakeholders.length;
    this.frame = frame(negotiation);
    this.required = requiredBriefings(negotiation);
    this.acknowledged = byStakeholder(n, negotiation.acknowledgements);
    this.ballots = byStakeholder(n, negotiation.ballots).map((own) => newest(own, ''));
    const on = (basis: Basis) =>
      new RunningBasis(
        this.frame,
        this.ballots.map((_, i) => this.counted(i, basis)),
      );
    const stated = on('stated');
    // Where no briefing is required every ballot is informed, and the bases are one.
    const hasOne = this.required.length === 0;
    this.bases = { stated, informed: hasOne ? stated : on('informed') };
  }

  /** Whether both bases count the same ballots, whatever is cast. */
  get hasOneBasis(): boolean {
    return this.bases.stated === this.bases.informed;
  }

  /** Lets this ballot stand for i in place of the one before; `null`: none. O(m²), whatever n is. */
  replace(i: number, ballot: Ballot | null): void {
    this.ballots[i] = ballot;
    this.bases.stated.set(i, ballot);
    this.inform(i);
  }

  acknowledge(acknowledgement: Acknowledgement): void {
    this.acknowledged[acknowledgement.stakeholder]!.push(acknowledgement);
    this.inform(acknowledgement.stakeholder);
  }

  /** The verdict of each profile but the default (§4 "The bar"), `null` for that one: O(m) rules asked. */
  verdicts(basis: Basis): (Verdict | null)[] {
    const { rules, default: d } = this.frame;
    const { state } = this.bases[basis];
    const [scores, tallies] = [state.scores, state.tallies()];
    return rules.map((rule, x) =>
      x === d
        ? null
        : verdict((stance) => satisfies(rule, new PairCoalition(tallies, scores, stance).of(x, d))),
    );
  }

  /** The whole result. */
  result(basis: Basis): AggregationResult {
    const { state, kept } = this.bases[basis];
    const counted = { scores: state.scores, tallies: state.tallies() };
    const informed = this.bases.informed.state.scores;
    return result(this.negotiation, this.frame, counted, informed, { basis }, kept);
  }

  private inform(i: number): void {
    if (!this.hasOneBasis) this.bases.informed.set(i, this.counted(i, 'informed'));
  }

  private counted(i: number, basis: Basis): Ballot | null {
    const ballot = this.ballots[i] ?? null;
    if (basis === 'stated' || ballot === null) return ballot;
    const since = informedSince(this.required, this.acknowledged[i]!);
    return since !== null && ballot.at >= since ? ballot : null;
  }
}
