/**
 * Computes standings of big negotiations in threads of their own, so that ballots and streams go on meanwhile: the whole
 * results in one, which may take long over one, and in the other the verdicts, which streams are waiting for.
 */
import { RunningStandings } from '@/negotiation/running-standings';
import type { NegotiationState } from '@/negotiation/state';
import { type Compute, type ComputeVerdicts, computeHere } from './compute';
import { HeldThread } from './held-thread';

/** Below this many (stakeholder, pair of profiles) a result takes less than sending the state does. */
const SMALL = 20_000;

/** Whether the whole result takes so long that streams are told of the verdicts before. */
export function isBig({ stakeholders, profiles }: NegotiationState): boolean {
  return stakeholders.length * profiles.length ** 2 >= SMALL;
}

export class StandingThreads {
  readonly #whole: HeldThread;
  readonly #verdicts: HeldThread;

  /** @param held how many negotiations each of them holds. */
  constructor(held: number) {
    this.#whole = new HeldThread(held);
    this.#verdicts = new HeldThread(held);
  }

  readonly compute: Compute = async (state, openings) => {
    if (!isBig(state)) return computeHere(state, openings);
    const answer = await this.#whole.ask('standings', state, openings);
    if (answer.work !== 'standings') throw new Error('a thread answered what it was not asked');
    return answer.standings;
  };

  readonly verdicts: ComputeVerdicts = async (state, openings) => {
    if (!isBig(state)) return new RunningStandings(state, openings).verdicts();
    const answer = await this.#verdicts.ask('verdicts', state, openings);
    if (answer.work !== 'verdicts') throw new Error('a thread answered what it was not asked');
    return answer.verdicts;
  };

  async stop(): Promise<void> {
    await Promise.all([this.#whole.stop(), this.#verdicts.stop()]);
  }
}
