/**
 * Tells of checkpoints that were given out: of one at once, and while more come in, every few milliseconds of all that
 * came meanwhile. Each by itself would cost a transaction, and wake whatever follows the log on every server.
 */
import { logger } from '../../logger';
import { type GivenOut, publishCheckpoints } from '../checkpoints';
import type { Pool } from '../pool';

const REST_MS = 20;

export class Publisher {
  readonly #pool: Pool;
  #waiting: GivenOut[] = [];
  #running: Promise<void> | null = null;
  #endRest: () => void = () => undefined;
  #isClosing = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  publish(checkpoint: GivenOut): void {
    this.#waiting.push(checkpoint);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Waits until all is told, without a rest. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#endRest();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const checkpoints = this.#waiting;
      this.#waiting = [];
      await publishCheckpoints(this.#pool, checkpoints).catch((error: unknown) =>
        logger().warn({ err: error }, 'checkpoints were not published; the sweep makes up for it'),
      );
      await this.#rest();
    }
  }

  #rest(): Promise<void> {
    if (this.#isClosing) return Promise.resolve();
    return new Promise((resolve) => {
      const rest = setTimeout(resolve, REST_MS);
      this.#endRest = () => {
        clearTimeout(rest);
        resolve();
      };
    });
  }
}
