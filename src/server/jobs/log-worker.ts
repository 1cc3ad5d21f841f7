/**
 * Work that follows each log: one worker a log across all servers, taking waiting positions together.
 *
 * It is woken by each append's notification, or by the append itself where it was this process's, and looks for itself
 * every two seconds and whenever its connection comes back, so that neither a lost notification nor a killed server leaves
 * a log behind.
 */
import { z } from 'zod';
import { APPENDED } from '../db/checkpoints';
import { REPAIRED } from '../db/repair';
import type { Store } from '../db/store';
import { logger } from '../logger';

const SWEEP_MS = 2_000;
const notice = z.object({ log: z.string(), position: z.number() });

export interface LogWork {
  readonly name: string;
  /** SQL for the logs that lag behind. */
  readonly lagging: string;
  /** Whether somebody waits for it: it begins once this process has appended, before that is announced. Default no. */
  readonly isAwaited?: boolean;
  /** Whether there may be anything to do for a log that has come to a position; asked before each step. Default always. */
  readonly concerns?: (log: string, position: number) => boolean;
  /** Brings a log up to date, under a lock that one server at a time holds. */
  readonly step: (log: string) => Promise<unknown>;
  /** What was kept in memory of a log is wrong: its history, or what was read in place of it, was mended. */
  readonly forget?: (log: string) => void;
  /** Milliseconds to wait after a step that took so many, before the next one of the log. Default none. */
  readonly rest?: (took: number) => number;
}

export class LogWorker {
  readonly #store: Store;
  readonly #work: LogWork;
  #stopListening: (() => Promise<void>) | null = null;
  #stopHearing: (() => void) | null = null;
  /** Logs that have news, with the newest position that was heard of, and those at work. */
  readonly #woken = new Map<string, number>();
  readonly #busy = new Map<string, Promise<void>>();
  #sweep: NodeJS.Timeout | null = null;
  readonly #resting = new Set<() => void>();
  #stopping = false;

  constructor(store: Store, work: LogWork) {
    this.#store = store;
    this.#work = work;
  }

  async start(): Promise<void> {
    this.#stopListening = await this.#store.listener.subscribe({
      channels: [APPENDED, REPAIRED],
      onNotice: (channel, payload) => {
        if (channel === REPAIRED) this.#work.forget?.(payload);
        else this.#hear(payload);
      },
      onConnected: () => void this.sweep(),
    });
    if (this.#work.isAwaited === true) {
      this.#stopHearing = this.#store.appender.onCommitted((log, position) => this.wake(log, position));
    }
    this.#sweep = setInterval(() => void this.sweep(), SWEEP_MS);
  }

  /** Waits for the step that is under way, so that its connection is not torn away. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#sweep !== null) clearInterval(this.#sweep);
    for (const wake of this.#resting) wake();
    this.#stopHearing?.();
    await this.#stopListening?.();
    await Promise.allSettled(this.#busy.values());
  }

  /** Wakes every log that lags behind. */
  async sweep(): Promise<void> {
    try {
      const { rows } = await this.#store.pool.query<{ log: string }>(this.#work.lagging);
      for (const { log } of rows) this.wake(log);
    } catch (error) {
      logger().warn({ err: error, work: this.#work.name }, 'the sweep for logs that lag behind failed');
    }
  }

  /** @param position that the log has come to; left out: as far as it is. */
  wake(log: string, position = Number.POSITIVE_INFINITY): void {
    if (this.#stopping || !this.#concerns(log, position)) return;
    this.#woken.set(log, Math.max(position, this.#woken.get(log) ?? -1));
    if (this.#busy.has(log)) return;
    const work = this.#follow(log).finally(() => this.#busy.delete(log));
    this.#busy.set(log, work);
  }

  /** Ended early by `stop`. */
  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#resting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#resting.add(done);
    });
  }

  #concerns(log: string, position: number): boolean {
    return this.#work.concerns?.(log, position) ?? true;
  }

  async #follow(log: string): Promise<void> {
    // An append that comes in meanwhile wakes the log again, and the loop goes once more.
    for (;;) {
      const position = this.#woken.get(log);
      this.#woken.delete(log);
      if (position === undefined || this.#stopping) return;
      // What was heard of twice is done by now.
      if (!this.#concerns(log, position)) continue;
      const began = performance.now();
      try {
        await this.#work.step(log);
      } catch (error) {
        // The next sweep tries again.
        logger().error({ err: error, log, work: this.#work.name }, 'a log could not be brought up to date');
      }
      const rest = this.#work.rest?.(performance.now() - began) ?? 0;
      if (rest > 0 && !this.#stopping) await this.#rest(rest);
    }
  }

  #hear(payload: string): void {
    const parsed = notice.safeParse(parseJson(payload));
    if (parsed.success) this.wake(parsed.data.log, parsed.data.position);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
