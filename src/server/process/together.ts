/** Questions that come in while one is under way wait, and are asked together: fifty at once cost two, not fifty. */
import { setImmediate as nextTurn } from 'node:timers/promises';

interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

export class Together<Q, A> {
  readonly #ask: (questions: readonly Q[]) => Promise<readonly A[]>;
  readonly #most: number;
  #waiting: Waiting<Q, A>[] = [];
  #asking = false;

  /**
   * @param ask answers each, in order.
   * @param most of one time.
   */
  constructor(ask: (questions: readonly Q[]) => Promise<readonly A[]>, most: number) {
    this.#ask = ask;
    this.#most = most;
  }

  /** Answered by what is asked from now on, never by what is under way already: that may not have seen the latest. */
  ask(question: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      // The loop settles every promise itself and has no other outcome.
      if (!this.#asking) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#asking = true;
    // What the same turn of the event loop still reads off its sockets goes along.
    await nextTurn();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#most);
      try {
        const answers = await this.#ask(batch.map(({ question }) => question));
        if (answers.length !== batch.length) throw new Error('not every question was answered');
        answers.forEach((answer, i) => {
          batch[i]?.resolve(answer);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#asking = false;
  }
}
