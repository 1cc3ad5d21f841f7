/**
 * Sends checkpoints to one witness after they are published. Appends know nothing of it: it has database connections of
 * its own, one request under way at a time, and takes what came in meanwhile together.
 */
import { formatWitnessKey } from '@/ledger/cosignature';
import { logsBehind } from '../db/cosignatures';
import { withLogLock } from '../db/log-lock';
import type { Pool } from '../db/pool';
import { logger } from '../logger';
import type { Witness } from './configured';
import { sendNewest } from './send-newest';

/** What is appended within this time goes as one checkpoint. */
const GATHER_MS = 300;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 300_000;

interface Pause {
  readonly until: number;
  readonly delay: number;
}

export class WitnessSender {
  readonly #pool: Pool;
  readonly #witness: Witness;
  readonly #name: string;
  readonly #woken = new Set<string>();
  /** Of logs that the witness refused: a log that it was not told of yet must not be pressed on it at each append. */
  readonly #refused = new Map<string, Pause>();
  readonly #stop = new AbortController();
  #away: Pause = { until: 0, delay: 0 };
  #timer: NodeJS.Timeout | null = null;
  #work: Promise<void> | null = null;

  constructor(pool: Pool, witness: Witness) {
    this.#pool = pool;
    this.#witness = witness;
    this.#name = formatWitnessKey(witness.key);
  }

  wake(log: string): void {
    this.#woken.add(log);
    this.#schedule();
  }

  /** Wakes every log that the witness is behind in: what makes up for lost notifications and for pauses. */
  async sweep(): Promise<void> {
    for (const log of await logsBehind(this.#pool, this.#name)) this.wake(log);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#work;
  }

  #schedule(): void {
    if (this.#timer !== null || this.#work !== null || this.#stop.signal.aborted) return;
    const wait = Math.max(GATHER_MS, this.#away.until - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#work = this.#round().finally(() => {
        this.#work = null;
        if (this.#woken.size > 0) this.#schedule();
      });
    }, wait);
  }

  async #round(): Promise<void> {
    const logs = [...this.#woken];
    this.#woken.clear();
    for (const [index, log] of logs.entries()) {
      if (this.#stop.signal.aborted) return;
      if ((this.#refused.get(log)?.until ?? 0) > Date.now()) continue;
      if (await this.#send(log)) continue;
      // It is away: whatever else waits would only wait for the same timeout.
      for (const waiting of logs.slice(index)) this.#woken.add(waiting);
      return;
    }
  }

  /** `false` where the witness, or the database, is away. */
  async #send(log: string): Promise<boolean> {
    const about = { log, witness: this.#witness.key.name };
    try {
      const done = await withLogLock(this.#pool, `witness ${this.#name}`, log, (client) =>
        sendNewest(client, log, this.#witness, this.#stop.signal),
      );
      // Another server is at it, and is woken by the same appends.
      if (done === null) return true;
      const { value: sent } = done;
      if (sent.kind === 'away') {
        this.#away = longer(this.#away);
        logger().warn({ ...about, why: sent.why }, 'a witness did not answer');
        return false;
      }
      this.#away = { until: 0, delay: 0 };
      if (sent.kind === 'done') {
        this.#refused.delete(log);
        return true;
      }
      this.#refused.set(log, longer(this.#refused.get(log)));
      logger().warn({ ...about, why: sent.why }, 'a witness did not cosign a checkpoint');
      return true;
    } catch (error) {
      this.#away = longer(this.#away);
      logger().warn({ ...about, err: error }, 'a checkpoint could not be sent to a witness');
      return false;
    }
  }
}

function longer({ delay }: Pause = { until: 0, delay: 0 }): Pause {
  const next = Math.min(LONGEST_DELAY_MS, Math.max(FIRST_DELAY_MS, delay * 2));
  return { until: Date.now() + next, delay: next };
}
