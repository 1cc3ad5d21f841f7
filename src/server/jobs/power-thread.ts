/**
 * Computes power indices in a thread of its own, since exact ones may take seconds and ballots go on meanwhile. This
 * module is both sides: a thread is started from the file in which this stands, the bundle. While one develops Node
 * starts no thread from a TypeScript file, and it is computed here.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { PowerResult, Rule, Stakeholder } from '@/core/model';
import { power } from '@/core/power/power';
import type { PowerComputer } from './power-computer';

const ROLE = 'parley power thread';
const FROM_SOURCES = import.meta.url.endsWith('.ts');

interface Asked {
  readonly id: number;
  readonly rule: Rule;
  readonly stakeholders: readonly Stakeholder[];
}

type Done = { readonly id: number } & ({ readonly result: PowerResult } | { readonly failure: string });

interface Waiting {
  readonly resolve: (result: PowerResult) => void;
  readonly reject: (error: Error) => void;
}

export class PowerThread implements PowerComputer {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #next = 0;

  async compute(rule: Rule, stakeholders: readonly Stakeholder[]): Promise<PowerResult> {
    if (FROM_SOURCES) return power(rule, stakeholders);
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#thread().postMessage({ id, rule, stakeholders } satisfies Asked);
    });
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL(import.meta.url), { workerData: ROLE });
    worker.on('message', (done: Done) => {
      const waiting = this.#waiting.get(done.id);
      this.#waiting.delete(done.id);
      if ('result' in done) waiting?.resolve(done.result);
      else waiting?.reject(new Error(done.failure));
    });
    worker.on('error', (error) => this.#lose(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#lose(new Error('the thread that computes power indices ended')));
    // It must not keep a process alive that has nothing else to do.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  /** The next to ask gets a new thread. */
  #lose(error: Error): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

if (!isMainThread && workerData === ROLE) {
  parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(answerTo(asked)));
}

function answerTo({ id, rule, stakeholders }: Asked): Done {
  try {
    return { id, result: power(rule, stakeholders) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
