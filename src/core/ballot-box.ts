import { byStakeholder, informedSince, requiredBriefings } from './basis';
import { BasisState } from './basis-state';
import { type Frame, frame } from './frame';
import type { AggregateOptions, AggregationResult, Ballot, Negotiation } from './model';
import { result } from './result';
import type { PlainRow, Scores } from './scores';
import type { Counting } from './tally/tally-counter';

/**
 * The ballots of a negotiation as they are read, whose stakeholders and acknowledgements are known: only what counts is
 * kept, as typed arrays (12 bytes a score on each basis), so that a million stakeholders with 64 profiles fit in 800 MB.
 * Its result equals `aggregate` over the negotiation with the same ballots at the end of its list.
 */
export class BallotBox {
  private readonly frame: Frame;
  private readonly stated: Counted;
  /** Where no briefing is required every ballot is informed, and the bases are one. */
  private readonly informed: Counted;
  /** From when on each stakeholder's ballots are informed; `null` where no briefing is required. */
  private readonly since: Float64Array | null;

  /** @param counting who counts the tallies, threads for one */
  constructor(
    private negotiation: Negotiation,
    counting?: Counting,
  ) {
    this.frame = frame(negotiation);
    this.since = informedFrom(negotiation);
    this.stated = new Counted(this.frame, counting);
    this.informed = this.since === null ? this.stated : new Counted(this.frame, counting);
    for (const ballot of negotiation.ballots) this.cast(ballot);
  }

  /** Takes what the whole negotiation states beside its ballots, where it was not known before; its frame stays. */
  complete({ threats, threatAssessments, acuteRiskAssessments, pledges, moves }: Negotiation): void {
    const statements = { threats, threatAssessments, acuteRiskAssessments, pledges, moves };
    this.negotiation = { ...this.negotiation, ...statements };
  }

  /** Takes one more ballot: of two of one stakeholder at one instant it is the newer. */
  cast(ballot: Ballot): void {
    this.put(ballot.stakeholder, ballot.at, (scores, i) => scores.set(i, ballot));
  }

  /** The same of a ballot of plain scores; `row` may be used again for the next. */
  castPlain(stakeholder: number, at: string, row: PlainRow): void {
    this.put(stakeholder, at, (scores, i) => scores.setPlain(i, row));
  }

  /** The whole result. Tallies are made with the first, so that no ballot is cast after it. */
  result(options: AggregateOptions): AggregationResult {
    const { scores, tallies } = (options.basis === 'stated' ? this.stated : this.informed).seal();
    return result(this.negotiation, this.frame, { scores, tallies }, this.informed.scores, options);
  }

  private put(i: number, at: string, write: (scores: Scores, i: number) => void): void {
    const instant = Date.parse(at);
    this.stated.take(i, instant, write);
    if (this.since !== null && instant >= this.since[i]!) this.informed.take(i, instant, write);
  }
}

/** The newest ballots on one basis. */
class Counted {
  private readonly state: BasisState;
  /** When the ballot that counts for each was cast: milliseconds, which order as the texts do. */
  private readonly at: Float64Array;
  private sealed = false;

  constructor(among: Frame, counting: Counting | undefined) {
    const n = among.stakeholders.length;
    this.state = new BasisState(among, new Array<null>(n).fill(null), counting);
    this.at = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  }

  get scores(): Scores {
    return this.state.scores;
  }

  take(i: number, instant: number, write: (scores: Scores, i: number) => void): void {
    if (this.sealed) throw new Error('a ballot was cast after the tallies were made');
    if (!(instant >= this.at[i]!)) return;
    this.at[i] = instant;
    write(this.state.scores, i);
  }

  seal() {
    this.sealed = true;
    return { scores: this.state.scores, tallies: this.state.tallies() };
  }
}

function informedFrom(negotiation: Negotiation): Float64Array | null {
  const required = requiredBriefings(negotiation);
  if (required.length === 0) return null;
  const acknowledged = byStakeholder(negotiation.stakeholders.length, negotiation.acknowledgements);
  return Float64Array.from(acknowledged, (own) => {
    const since = informedSince(required, own);
    return since === null ? Number.POSITIVE_INFINITY : Date.parse(since);
  });
}
