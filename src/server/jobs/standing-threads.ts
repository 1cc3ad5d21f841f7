/**
 * Computes standings in threads of their own, so that ballots and streams go on meanwhile: the whole results of big
 * negotiations in one, which may take long over one, their verdicts, which streams are waiting for, in another, and
 * the results of small ones in a third.
 */
import type { NegotiationState } from '@/negotiation/state';
import type { Compute, ComputeVerdicts } from './compute';
import { HeldThread } from './held-thread';

/** Below this many (stakeholder, pair of profiles) a result takes a few milliseconds, and a negotiation little memory. */
const SMALL = 20_000;
const HELD_SMALL = 64;

/** Whether the whole result takes so long that streams are told of the verdicts before. */
export function isBig({ stakeholders, profiles }: NegotiationState): boolean {
  return stakeholders.length * profiles.length ** 2 >= SMALL;
}

export class StandingThreads {
  readonly #whole: HeldThread;
  readonly #verdicts: HeldThread;
  readonly #small = new HeldThread('standings', HELD_SMALL);

  /** @param held how many big negotiations are held. */
  constructor(held: number) {
    this.#whole = new HeldThread('standings', held);
    this.#verdicts = new HeldThread('verdicts', held);
  }

  readonly compute: Compute = async (state, openings, stored) => {
    const thread = isBig(state) ? this.#whole : this.#small;
    const answer = await thread.ask(state, openings, stored);
    if (answer.work !== 'standings') throw new Error('a thread answered what it was not asked');
    return answer.standings;
  };

  readonly verdicts: ComputeVerdicts = async (state, openings) => {
    const answer = await this.#verdicts.ask(state, openings);
    if (answer.work !== 'verdicts') throw new Error('a thread answered what it was not asked');
    return answer.verdicts;
  };

  async stop(): Promise<void> {
    await Promise.all([this.#whole.stop(), this.#verdicts.stop(), this.#small.stop()]);
  }
}
