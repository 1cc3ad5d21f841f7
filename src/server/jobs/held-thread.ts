/**
 * A thread that holds running standings, and the side that asks it. This module is both: a thread is started from the
 * file in which this stands, the bundle. While one develops Node starts no thread from a TypeScript file, and the work is
 * done here.
 */
import type { Openings } from '@/negotiation/decide/decision';
import type { NegotiationState } from '@/negotiation/state';
import { AskedThread, answerInThread } from '../process/asked-thread';
import { giveWay } from '../process/give-way';
import { type Answer, HeldStandings, type Job } from './held-standings';
import { SentStates } from './sent-states';

/** What streams wait for is computed at once; whole results by what is left of the processor. */
const ROLES = {
  verdicts: 'thread that computes verdicts',
  standings: 'thread that computes standings',
} as const;
const FROM_SOURCES = import.meta.url.endsWith('.ts');

export class HeldThread {
  readonly #sent: SentStates;
  readonly #here = new HeldStandings();
  /** A new thread is sent the whole state; the sweep asks for the jobs that were lost. */
  readonly #thread: AskedThread<Job, Answer>;

  readonly #work: Job['work'];

  /** @param most how many negotiations it holds. */
  constructor(work: Job['work'], most: number) {
    this.#work = work;
    this.#sent = new SentStates(most);
    this.#thread = new AskedThread(import.meta.url, ROLES[work], () => this.#sent.forgetAll());
  }

  /**
   * Of this state, whatever was asked before: a later state costs what changed, another one a whole computation.
   *
   * @param stored as `Compute` has it.
   */
  async ask(state: NegotiationState, openings?: Openings, stored: readonly string[] = []): Promise<Answer> {
    const job = { ...this.#sent.jobFor(this.#work, state, openings), stored };
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

function answerer(): (job: Job) => Answer {
  const held = new HeldStandings();
  return (job) => held.answer(job);
}

answerInThread<Job, Answer>(ROLES.verdicts, answerer);
answerInThread<Job, Answer>(ROLES.standings, () => {
  giveWay();
  return answerer();
});
