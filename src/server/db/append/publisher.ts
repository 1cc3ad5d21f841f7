/**
 * Tells of checkpoints that were given out: of one at once, and while more come in, every few milliseconds of all that
 * came meanwhile. Each by itself would cost a transaction, and wake whatever follows the log on every server.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { logger } from '../../logger';
import { Together } from '../../process/together';
import { type GivenOut, publishCheckpoints } from '../checkpoints';
import type { Pool } from '../pool';

const REST_MS = 20;
const MOST_TOGETHER = 1_000;

export class Publisher {
  readonly #telling: Together<GivenOut, null>;
  readonly #closing = new AbortController();
  /** Those before it are told of before it. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(pool: Pool) {
    this.#telling = new Together(async (given) => {
      await publishCheckpoints(pool, given).catch((error: unknown) =>
        logger().warn({ err: error }, 'checkpoints were not published; the sweep makes up for it'),
      );
      await this.#rest();
      return given.map(() => null);
    }, MOST_TOGETHER);
  }

  publish(checkpoint: GivenOut): void {
    this.#last = this.#telling.ask(checkpoint);
  }

  /** Waits until all is told, without a rest. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#last;
  }

  async #rest(): Promise<void> {
    const { signal } = this.#closing;
    // It rejects where it is ended early, and for nothing else.
    await sleep(REST_MS, undefined, { signal }).catch(() => undefined);
  }
}
