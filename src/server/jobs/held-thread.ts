/**
 * A thread that holds running standings, and the side that asks it. This module is both: a thread is started from the
 * file in which this stands, the bundle. While one develops Node starts no thread from a TypeScript file, and the work is
 * done here.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Openings } from '@/negotiation/decide/decision';
import type { NegotiationState } from '@/negotiation/state';
import { type Answer, HeldStandings, type Job } from './held-standings';
import { SentStates } from './sent-states';

const ROLE = 'parley standing thread';
const FROM_SOURCES = import.meta.url.endsWith('.ts');

type Asked = { readonly id: number; readonly job: Job };
type Done = { readonly id: number } & ({ readonly answer: Answer } | { readonly failure: string });

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

export class HeldThread {
  readonly #sent: SentStates;
  readonly #here = new HeldStandings();
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #next = 0;

  /** @param most how many negotiations it holds. */
  constructor(most: number) {
    this.#sent = new SentStates(most);
  }

  /** Of this state, whatever was asked before: a later state costs what changed, another one a whole computation. */
  async ask(work: Job['work'], state: NegotiationState, openings?: Openings): Promise<Answer> {
    const job = this.#sent.jobFor(work, state, openings);
    try {
      return FROM_SOURCES ? this.#here.answer(job) : await this.#send(job);
    } catch (error) {
      this.#sent.forget(job.log);
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #send(job: Job): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#thread().postMessage({ id, job } satisfies Asked);
    });
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL(import.meta.url), { workerData: ROLE });
    worker.on('message', (done: Done) => {
      const waiting = this.#waiting.get(done.id);
      this.#waiting.delete(done.id);
      if ('answer' in done) waiting?.resolve(done.answer);
      else waiting?.reject(new Error(done.failure));
    });
    worker.on('error', (error) => this.#lose(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#lose(new Error('the thread that computes standings ended')));
    // It must not keep a process alive that has nothing else to do.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  /** The next job gets a new thread, and the whole state; the sweep asks for those that were lost. */
  #lose(error: Error): void {
    this.#worker = null;
    this.#sent.forgetAll();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

if (!isMainThread && workerData === ROLE) {
  const held = new HeldStandings();
  parentPort?.on('message', ({ id, job }: Asked) => parentPort?.postMessage(answerTo(held, id, job)));
}

function answerTo(held: HeldStandings, id: number, job: Job): Done {
  try {
    return { id, answer: held.answer(job) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
