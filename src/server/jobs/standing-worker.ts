/**
 * Brings standings up to date after commits: one worker a log across all servers, taking waiting positions together.
 *
 * It is woken by each append's notification, and looks for itself every two seconds and whenever its connection comes
 * back, so that neither a lost notification nor a killed server leaves a standing behind.
 */
import { z } from 'zod';
import { APPENDED } from '../db/checkpoints';
import { Listener } from '../db/listener';
import { withLogLock } from '../db/log-lock';
import type { Store } from '../db/store';
import { logger } from '../logger';
import { bringUpToDate } from './bring-up-to-date';
import type { Compute } from './compute';

const SWEEP_MS = 2_000;
const notice = z.object({ log: z.string() });

export class StandingWorker {
  readonly #store: Store;
  readonly #compute: Compute;
  readonly #listener: Listener;
  /** Logs that have news, and those at work. */
  readonly #woken = new Set<string>();
  readonly #busy = new Map<string, Promise<void>>();
  #sweep: NodeJS.Timeout | null = null;
  #stopping = false;

  constructor(store: Store, compute: Compute) {
    this.#store = store;
    this.#compute = compute;
    this.#listener = new Listener(store.url, [APPENDED], {
      onNotice: (_, payload) => this.#hear(payload),
      onConnected: () => void this.sweep(),
    });
  }

  async start(): Promise<void> {
    await this.#listener.start();
    this.#sweep = setInterval(() => void this.sweep(), SWEEP_MS);
  }

  /** Waits for the standing that is being computed, so that its connection is not torn away. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#sweep !== null) clearInterval(this.#sweep);
    await this.#listener.close();
    await Promise.allSettled(this.#busy.values());
  }

  /** Wakes every log whose standing lags behind its head. */
  async sweep(): Promise<void> {
    try {
      const { rows } = await this.#store.pool.query<{ log: string }>(
        `SELECT l.log FROM log l LEFT JOIN standing_head h USING (log)
         WHERE coalesce(h.position, -1) < l.size - 1`,
      );
      for (const { log } of rows) this.wake(log);
    } catch (error) {
      logger().warn({ err: error }, 'the sweep for standings failed');
    }
  }

  wake(log: string): void {
    if (this.#stopping) return;
    this.#woken.add(log);
    if (this.#busy.has(log)) return;
    const work = this.#work(log).finally(() => this.#busy.delete(log));
    this.#busy.set(log, work);
  }

  async #work(log: string): Promise<void> {
    // An append that comes in meanwhile wakes the log again, and the loop goes once more.
    while (this.#woken.delete(log) && !this.#stopping) {
      try {
        await withLogLock(this.#store.pool, 'standing', log, (client) =>
          bringUpToDate(this.#store, this.#compute, client, log),
        );
      } catch (error) {
        // The next sweep tries again.
        logger().error({ err: error, log }, 'a standing could not be brought up to date');
      }
    }
  }

  #hear(payload: string): void {
    const parsed = notice.safeParse(parseJson(payload));
    if (parsed.success) this.wake(parsed.data.log);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
