import type { Openings } from '@/negotiation/decide/decision';
import type { Event } from '@/negotiation/events/event';
import type { BallotBody } from '@/negotiation/file/model';
import { type CastBallot, type NegotiationState, own, type Vote } from '@/negotiation/state';

/** One ballot of a stakeholder as it came to count, superseded ones too. */
export interface Utterance {
  readonly position: number;
  readonly at: string;
  /** `null` while nothing in the bundle opens it. */
  readonly ballot: BallotBody | null;
  /** It was cast under seal. */
  readonly sealed: boolean;
}

interface Kept extends Utterance {
  /** The position of its seal, and the seal. */
  readonly seal: { readonly position: number; readonly commitment: string } | null;
}

/**
 * What each stakeholder said over a whole log, in the order of the log (imported ballots by their own instants, as
 * they count). Grows with the ballots alone, which the state holds as well.
 */
export class Utterances {
  private readonly kept = new Map<string, Kept[]>();

  /** Reads along: the state is the one after the event. */
  take(state: NegotiationState, { type, position, data }: Event): void {
    if (type === 'negotiation.imported') {
      for (const ballot of byInstant(state.ballots.flat())) this.add(ballot.stakeholder, revealed(ballot));
      return;
    }
    if (!type.startsWith('ballot.') || !('stakeholder' in data) || typeof data.stakeholder !== 'string')
      return;
    const { stakeholder } = data;
    if (type === 'ballot.unsealed') {
      this.open(stakeholder, data.sealed, data.ballot);
      return;
    }
    const vote = own(state.votes, stakeholder);
    if (vote?.position === position) this.add(stakeholder, fromVote(vote));
  }

  /** Those whose seals the bundle opens are open from the first on: this is what was said, not what was known then. */
  of(stakeholder: string, openings: Openings): readonly Utterance[] {
    return (this.kept.get(stakeholder) ?? []).map(({ position, at, ballot, seal }) => ({
      position,
      at,
      ballot: ballot ?? (seal && openings(seal.commitment)?.ballot) ?? null,
      sealed: seal !== null,
    }));
  }

  /** Whoever has said anything, in the order in which they first did. */
  get speakers(): readonly string[] {
    return [...this.kept.keys()];
  }

  private add(stakeholder: string, said: Kept): void {
    const before = this.kept.get(stakeholder);
    if (before === undefined) this.kept.set(stakeholder, [said]);
    else before.push(said);
  }

  private open(stakeholder: string, sealed: number, ballot: BallotBody): void {
    const said = this.kept.get(stakeholder) ?? [];
    const index = said.findLastIndex(({ seal }) => seal?.position === sealed);
    const before = said[index];
    if (before !== undefined) said[index] = { ...before, ballot };
  }
}

function byInstant(ballots: readonly CastBallot[]): readonly CastBallot[] {
  return [...ballots].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function revealed({ position, at, ballot }: CastBallot): Kept {
  return { position, at, ballot, sealed: false, seal: null };
}

function fromVote(vote: Vote): Kept {
  const { position, at } = vote;
  if (vote.kind === 'revealed') return { position, at, ballot: vote.ballot, sealed: false, seal: null };
  const seal = { position: vote.sealed, commitment: vote.commitment };
  return { position, at, ballot: null, sealed: true, seal };
}
