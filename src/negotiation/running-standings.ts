import { RunningResult } from '@/core/incremental/running-result';
import type { Basis, Verdict } from '@/core/model';
import type { BallotChanges } from './changes-of-ballots';
import type { Openings } from './decide/decision';
import { toFile } from './export';
import type { FileBallot } from './file/model';
import { toNegotiation } from './file/to-negotiation';
import { fitBallot } from './fit-ballot';
import type { Standings } from './result';
import type { NegotiationState, Vote } from './state';

/** The verdict of each profile on a basis, in the order of the result. */
export interface VerdictsOn {
  readonly basis: Basis;
  readonly profiles: readonly { readonly id: string; readonly verdict: Verdict | 'default' }[];
}

export type Verdicts = { readonly [B in Basis]: VerdictsOn };

/**
 * The standings of a negotiation from a state on, kept at hand while ballots and acknowledgements come: equal to
 * `standingsOf` of each later state whose `ballotChanges` it was told.
 */
export class RunningStandings {
  readonly #frame: ReturnType<typeof toFile>;
  readonly #fit: ReturnType<typeof fitBallot>;
  readonly #running: RunningResult;

  /** @param openings for sealed ballots that are to count (private mode); what comes later brings none. */
  constructor(state: NegotiationState, openings?: Openings) {
    const file = toFile(state, { ballots: 'newest', ...(openings && { openings }) });
    this.#running = new RunningResult(toNegotiation(file));
    const { acknowledgements: _, ballots: __, threatAssessments: ___, pledges: ____, ...frame } = file;
    this.#frame = frame;
    this.#fit = fitBallot(state);
  }

  change({ votes, acknowledgements }: BallotChanges): void {
    const ballots: FileBallot[] = [];
    for (const { stakeholder, vote } of votes) {
      const id = this.#frame.stakeholders[stakeholder]?.id ?? '';
      if (vote?.kind === 'revealed') ballots.push(this.#fitted(id, vote));
      else this.#running.replace(stakeholder, null);
    }
    const changed = toNegotiation({ ...this.#frame, ballots, acknowledgements });
    for (const ballot of changed.ballots) this.#running.replace(ballot.stakeholder, ballot);
    for (const acknowledgement of changed.acknowledgements) this.#running.acknowledge(acknowledgement);
  }

  standings(): Standings {
    const stated = this.#running.result('stated');
    const informed = this.#running.hasOneBasis
      ? ({ ...stated, basis: 'informed' } as const)
      : this.#running.result('informed');
    return { stated, informed };
  }

  verdicts(): Verdicts {
    const on = (basis: Basis): VerdictsOn => {
      const verdicts = this.#running.verdicts(basis);
      const profiles = this.#frame.profiles.map(({ id }, x) => ({
        id,
        verdict: verdicts[x] ?? ('default' as const),
      }));
      return { basis, profiles };
    };
    return { stated: on('stated'), informed: on('informed') };
  }

  #fitted(stakeholder: string, { at, ballot }: Extract<Vote, { kind: 'revealed' }>): FileBallot {
    return { stakeholder, at, ...this.#fit(ballot) };
  }
}
