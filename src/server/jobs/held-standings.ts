/** The running standings of the negotiations used last, as they lie in a thread: it is told what changed. */
import type { BallotChanges } from '@/negotiation/changes-of-ballots';
import type { Opening } from '@/negotiation/decide/decision';
import { RunningStandings, type Verdicts } from '@/negotiation/running-standings';
import type { NegotiationState } from '@/negotiation/state';
import { type StandingTexts, standingTexts } from '../db/standing-rows';

export interface Job {
  readonly work: 'standings' | 'verdicts';
  readonly log: string;
  /** Hashes of parts whose texts need not come along. */
  readonly stored: readonly string[];
  /** Logs that are not asked for again before their whole state is sent. */
  readonly forget: readonly string[];
  readonly update:
    | { readonly changes: BallotChanges }
    | {
        readonly state: NegotiationState;
        readonly openings: readonly (readonly [
          commitment: string,
          opening: Pick<Opening, 'salt' | 'ballot'>,
        ])[];
        /** Whether changes will be sent later. */
        readonly keep: boolean;
      };
}

export type Answer =
  | { readonly work: 'standings'; readonly standings: StandingTexts }
  | { readonly work: 'verdicts'; readonly verdicts: Verdicts };

export class HeldStandings {
  readonly #held = new Map<string, RunningStandings>();

  answer(job: Job): Answer {
    const running = this.#upToDate(job);
    if (job.work === 'verdicts') return { work: 'verdicts', verdicts: running.verdicts() };
    return { work: 'standings', standings: standingTexts(running.standings(), job.stored) };
  }

  #upToDate({ log, forget, update }: Job): RunningStandings {
    for (const other of forget) this.#held.delete(other);
    if ('changes' in update) {
      const running = this.#held.get(log);
      if (running === undefined) throw new Error(`changes came of ${log}, of which nothing is held`);
      // What fails half way is of no state: it is held again only once it is whole.
      this.#held.delete(log);
      running.change(update.changes);
      this.#held.set(log, running);
      return running;
    }
    const openings = new Map(update.openings);
    const running = new RunningStandings(update.state, (commitment) => openings.get(commitment));
    if (update.keep) this.#held.set(log, running);
    else this.#held.delete(log);
    return running;
  }
}
