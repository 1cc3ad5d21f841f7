/**
 * A thread that holds running standings, and the side that asks it. This module is both: a thread is started from the
 * file in which this stands, the bundle. While one develops Node starts no thread from a TypeScript file, and the work is
 * done here.
 */
import type { Openings } from '@/negotiation/decide/decision';
import type { NegotiationState } from '@/negotiation/state';
import { AskedThread, answerInThread } from '../process/asked-thread';
import { type Answer, HeldStandings, type Job } from './held-standings';
import { SentStates } from './sent-states';

const ROLE = 'thread that computes standings';
const FROM_SOURCES = import.meta.url.endsWith('.ts');

export class HeldThread {
  readonly #sent: SentStates;
  readonly #here = new HeldStandings();
  /** A new thread is sent the whole state; the sweep asks for the jobs that were lost. */
  readonly #thread = new AskedThread<Job, Answer>(import.meta.url, ROLE, () => this.#sent.forgetAll());

  /** @param most how many negotiations it holds. */
  constructor(most: number) {
    this.#sent = new SentStates(most);
  }

  /** Of this state, whatever was asked before: a later state costs what changed, another one a whole computation. */
  async ask(work: Job['work'], state: NegotiationState, openings?: Openings): Promise<Answer> {
    const job = this.#sent.jobFor(work, state, openings);
    try {
      return FROM_SOURCES ? this.#here.answer(job) : await this.#thread.ask(job);
    } catch (error) {
      this.#sent.forget(job.log);
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}

answerInThread<Job, Answer>(ROLE, () => {
  const held = new HeldStandings();
  return (job) => held.answer(job);
});
