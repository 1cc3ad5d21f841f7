/**
 * Looks ahead in a bundle in a thread of its own, while the main one judges. This module is both sides: the thread is
 * started from the file in which this stands.
 */
import { availableParallelism } from 'node:os';
import {
  isMainThread,
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import { linesIn } from '@/audit/lines';
import { type Looks, lookAt } from '@/audit/look';
import type { Piece } from '@/audit/verify';

const ROLE = 'parley look thread';

/** So many blocks go without: a short bundle has been read before a thread has started. */
const ALONE = 32;
/** So many blocks are read ahead: time for the thread to look, and what is in memory at once. */
const AHEAD = 4;
/** So many of them it is given at once, lest it waits for the next; the others are looked at by who judges. */
const GIVEN = 2;

/** The lines of blocks, with what was found of them ahead, where that came in time: nobody waits for it. */
export async function* piecesOf(blocks: AsyncIterable<Uint8Array>, alone = ALONE): AsyncGenerator<Piece> {
  const waiting: { readonly block: Uint8Array; readonly index: number }[] = [];
  let thread: LookThread | null = null;
  let index = 0;
  const piece = ({ block, index: at }: (typeof waiting)[number]): Piece => {
    return { lines: linesIn(block), looks: thread?.found(at) ?? null };
  };
  try {
    for await (const block of blocks) {
      index += 1;
      if (index <= alone || availableParallelism() === 1) {
        yield { lines: linesIn(block), looks: null };
        continue;
      }
      thread ??= new LookThread();
      thread.offer(index, block);
      waiting.push({ block, index });
      const next = waiting.length > AHEAD ? waiting.shift() : undefined;
      if (next !== undefined) yield piece(next);
    }
    for (const last of waiting) yield piece(last);
  } finally {
    await thread?.stop();
  }
}

interface Answer {
  readonly index: number;
  readonly looks: Looks;
}

class LookThread {
  private readonly channel = new MessageChannel();
  private readonly worker: Worker;
  private readonly answers = new Map<number, Looks>();
  private given = 0;

  constructor() {
    const { port2 } = this.channel;
    const workerData = { role: ROLE, port: port2 };
    this.worker = new Worker(new URL(import.meta.url), { workerData, transferList: [port2] });
    // Without it everything is looked at by who judges, and the verdict is the same.
    this.worker.on('error', () => undefined);
  }

  /** Gives it a block to look at, unless it has enough. */
  offer(index: number, block: Uint8Array): void {
    this.collect();
    if (this.given === GIVEN) return;
    const copy = block.slice();
    this.channel.port1.postMessage({ index, block: copy }, [copy.buffer]);
    this.given += 1;
  }

  found(index: number): Looks | null {
    this.collect();
    const looks = this.answers.get(index) ?? null;
    // Answers that came too late are of blocks before this one.
    for (const old of this.answers.keys()) if (old <= index) this.answers.delete(old);
    return looks;
  }

  async stop(): Promise<void> {
    this.channel.port1.close();
    await this.worker.terminate();
  }

  private collect(): void {
    for (;;) {
      const received: { message: Answer } | undefined = receiveMessageOnPort(this.channel.port1);
      if (received === undefined) return;
      this.answers.set(received.message.index, received.message.looks);
      this.given -= 1;
    }
  }
}

const given: { readonly role: string; readonly port: MessagePort } | null = workerData;

if (!isMainThread && given?.role === ROLE) {
  given.port.on('message', ({ index, block }: { index: number; block: Uint8Array }) => {
    given.port.postMessage({ index, looks: lookAt(linesIn(block)) } satisfies Answer);
  });
}
