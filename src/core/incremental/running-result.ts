import { byStakeholder, informedSince, newest, requiredBriefings } from '../basis';
import { BasisState } from '../basis-state';
import { type Frame, frame } from '../frame';
import type { AggregationResult, Ballot, Basis, Negotiation, Verdict } from '../model';
import { result } from '../result';
import { satisfies } from '../rule';
import { PairCoalition } from '../tally/pair-coalition';
import { verdict } from '../verdict';
import { againstDefault, dropChanged } from './against-default';
import { KeptAnswers } from './kept-answers';

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
  private readonly kept: { readonly [B in Basis]: KeptAnswers };
  private readonly bases: { readonly [B in Basis]: BasisState };

  constructor(private readonly negotiation: Negotiation) {
    const n = negotiation.stakeholders.length;
    this.frame = frame(negotiation);
    this.required = requiredBriefings(negotiation);
    this.acknowledged = byStakeholder(n, negotiation.acknowledgements);
    this.ballots = byStakeholder(n, negotiation.ballots).map((own) => newest(own, ''));
    const on = (basis: Basis) =>
      new BasisState(
        this.frame,
        this.ballots.map((_, i) => this.counted(i, basis)),
      );
    const stated = on('stated');
    // Where no briefing is required every ballot is informed, and the bases are one.
    const hasOne = this.required.length === 0;
    this.bases = { stated, informed: hasOne ? stated : on('informed') };
    const kept = new KeptAnswers();
    this.kept = { stated: kept, informed: hasOne ? kept : new KeptAnswers() };
  }

  /** Whether both bases count the same ballots, whatever is cast. */
  get hasOneBasis(): boolean {
    return this.bases.stated === this.bases.informed;
  }

  /** Lets this ballot stand for i in place of the one before; `null`: none. O(m²), whatever n is. */
  replace(i: number, ballot: Ballot | null): void {
    this.ballots[i] = ballot;
    this.set('stated', i, ballot);
    this.inform(i);
  }

  acknowledge(acknowledgement: Acknowledgement): void {
    this.acknowledged[acknowledgement.stakeholder]!.push(acknowledgement);
    this.inform(acknowledgement.stakeholder);
  }

  /** The verdict of each profile but the default (§4 "The bar"), `null` for that one: O(m) rules asked. */
  verdicts(basis: Basis): (Verdict | null)[] {
    const { rules, default: d } = this.frame;
    const { scores } = this.bases[basis];
    const tallies = this.bases[basis].tallies();
    return rules.map((rule, x) =>
      x === d
        ? null
        : verdict((stance) => satisfies(rule, new PairCoalition(tallies, scores, stance).of(x, d))),
    );
  }

  /** The whole result. */
  result(basis: Basis): AggregationResult {
    const { scores } = this.bases[basis];
    const tallies = this.bases[basis].tallies();
    const informed = this.bases.informed.scores;
    return result(this.negotiation, this.frame, { scores, tallies }, informed, { basis }, this.kept[basis]);
  }

  private inform(i: number): void {
    if (!this.hasOneBasis) this.set('informed', i, this.counted(i, 'informed'));
  }

  private set(basis: Basis, i: number, ballot: Ballot | null): void {
    const state = this.bases[basis];
    const before = againstDefault(state.scores, i, this.frame.default);
    state.set(i, ballot);
    dropChanged(this.kept[basis], before, againstDefault(state.scores, i, this.frame.default));
  }

  private counted(i: number, basis: Basis): Ballot | null {
    const ballot = this.ballots[i] ?? null;
    if (basis === 'stated' || ballot === null) return ballot;
    const since = informedSince(this.required, this.acknowledged[i]!);
    return since !== null && ballot.at >= since ? ballot : null;
  }
}
