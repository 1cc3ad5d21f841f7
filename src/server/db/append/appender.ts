/**
 * The way into every log. Appends of one log that arrive while one is under way wait and go together in the next
 * transaction, so that ten ballots at once cost one commit; several servers take turns by the lock of the head.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Answer, answered } from '../../refusal';
import { type Notary, noteAt } from '../../signing/checkpoint';
import { checkpointAt } from '../checkpoints';
import { type BatchParts, writeBatch } from './batch';
import { type Added, HalfTaken, type Placed, type Written } from './judge-batch';
import { Publisher } from './publisher';
import type { AppendRequest } from './request';
import { wasRolledBack } from './transaction';

export interface Appended {
  /** Of the command's first event. */
  readonly position: number;
  /** The signed note of the first checkpoint that covers it. */
  readonly checkpoint: string;
}

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (answer: Answer<Appended>) => void;
  readonly reject: (error: unknown) => void;
}

/** What waits on one log. */
interface Queue {
  readonly waiting: Waiting[];
  /** How many are waited for, and what to call once they are there. */
  expected: number;
  complete: () => void;
}

/** Of one transaction. It bounds how long the head is held. */
const MOST_TOGETHER = 64;
/** How long a transaction waits for as many as went together last; a round trip to the disk takes about as long. */
const MOMENT_MS = 1;

export class Appender {
  readonly #parts: BatchParts & Notary;
  readonly #publisher: Publisher;
  readonly #queues = new Map<string, Queue>();
  readonly #listeners = new Set<(log: string, position: number) => void>();
  /** By log, how many went together last where it was several: who casts one ballot after the other comes again at once. */
  readonly #together = new Map<string, number>();

  constructor(parts: BatchParts & Notary) {
    this.#parts = parts;
    this.#publisher = new Publisher(parts.pool);
  }

  /** Durable, signed and published when it answers. Rejects where the database failed; nothing is then known. */
  append(request: AppendRequest): Promise<Answer<Appended>> {
    return new Promise((resolve, reject) => {
      const waiting = { request, resolve, reject };
      const queue = this.#queues.get(request.log);
      if (queue !== undefined) {
        queue.waiting.push(waiting);
        if (queue.waiting.length >= queue.expected) queue.complete();
        return;
      }
      this.#queues.set(request.log, { waiting: [waiting], expected: 0, complete: () => undefined });
      // The loop settles every waiting promise itself and has no other outcome.
      void this.#run(request.log);
    });
  }

  /**
   * Calls `listener` with the newest position of each transaction once it is durable, before it is signed and announced.
   *
   * @returns how to stop.
   */
  onCommitted(listener: (log: string, position: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Once nothing is appended any more. */
  close(): Promise<void> {
    return this.#publisher.close();
  }

  async #run(log: string): Promise<void> {
    // In a crowd, what the same turn of the event loop still reads off its sockets goes along.
    if (this.#together.has(log)) await nextTurn();
    for (;;) {
      const queue = this.#queues.get(log);
      if (queue === undefined || queue.waiting.length === 0) break;
      await this.#gather(log, queue);
      const batch = queue.waiting.splice(0, MOST_TOGETHER);
      if (batch.length > 1) this.#together.set(log, batch.length);
      else this.#together.delete(log);
      await this.#write(log, batch);
    }
    this.#queues.delete(log);
  }

  /** Waits until as many are there as went together last, a moment at most. */
  async #gather(log: string, queue: Queue): Promise<void> {
    queue.expected = this.#together.get(log) ?? 1;
    if (queue.waiting.length >= queue.expected) return;
    await new Promise<void>((resolve) => {
      const moment = setTimeout(resolve, MOMENT_MS);
      queue.complete = () => {
        clearTimeout(moment);
        resolve();
      };
    });
    queue.complete = () => undefined;
  }

  async #write(log: string, batch: readonly Waiting[]): Promise<void> {
    const written = await this.#written(log, batch);
    if (written === null) return;
    // Not awaited: the next transaction may run while this one's checkpoint is signed.
    void this.#answer(log, batch, written);
    const { added } = written;
    if (added !== null) for (const listener of this.#listeners) listener(log, added.size - 1);
  }

  /** `null` where all of them have been answered otherwise. */
  async #written(log: string, batch: readonly Waiting[]): Promise<Written | null> {
    try {
      const requests = batch.map((waiting) => waiting.request);
      return await writeBatch(this.#parts, log, requests);
    } catch (error) {
      const cause = error instanceof HalfTaken ? error.cause : error;
      if (batch.length === 1 || !(error instanceof HalfTaken || wasRolledBack(error))) {
        for (const { reject } of batch) reject(cause);
        return null;
      }
      // One of them cannot be written, and nothing was. Each by itself, in the same order, and it fails alone.
      for (const waiting of batch) await this.#write(log, [waiting]);
      return null;
    }
  }

  async #answer(log: string, batch: readonly Waiting[], { answers, added }: Written): Promise<void> {
    try {
      const note = added === null ? null : await this.#kept(log, added);
      await Promise.all(
        batch.map(async ({ resolve, reject }, i) => {
          const answer = answers[i];
          if (answer === undefined) return reject(new Error('a command was not judged'));
          if ('thrown' in answer) return reject(answer.thrown);
          if (!answer.ok) return resolve(answer);
          const isNew =
            added !== null && answer.value.size === added.size && answer.value.epoch === added.epoch;
          const checkpoint = isNew && note !== null ? note : await this.#earlierCheckpoint(log, answer.value);
          return resolve(answered({ position: answer.value.position, checkpoint }));
        }),
      );
      if (added !== null && note !== null) {
        this.#publisher.publish({ log, epoch: added.epoch, size: added.size, note });
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  /** The note of what was added, which may now be given to anybody. */
  async #kept(log: string, { epoch, size, edge, ...added }: Added): Promise<string> {
    const note = added.note ?? noteAt(this.#parts.keys, log, epoch, size, edge);
    await this.#parts.signed.record(log, { epoch, size, note });
    return note;
  }

  #earlierCheckpoint(log: string, { epoch, size }: Placed): Promise<string> {
    return checkpointAt(this.#parts.pool, this.#parts, log, epoch, size);
  }
}
