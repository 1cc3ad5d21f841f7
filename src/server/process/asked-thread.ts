/** A thread that is asked and answers, each question once, in whatever order: the side that asks, and the side that answers. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

type Asked<Q> = { readonly id: number; readonly question: Q };
type Done<A> = { readonly id: number } & ({ readonly answer: A } | { readonly failure: string });

interface Waiting<A> {
  readonly resolve: (answer: A) => void;
  readonly reject: (error: Error) => void;
}

/** Started at the first question, and anew at the first after it ended. It keeps no process alive by itself. */
export class AskedThread<Q, A> {
  readonly #module: string;
  readonly #role: string;
  readonly #onLost: () => void;
  readonly #waiting = new Map<number, Waiting<A>>();
  #worker: Worker | null = null;
  #next = 0;

  /**
   * @param module the URL of the file that calls `answerInThread` with the same role.
   * @param onLost is told when a thread ended: the next knows nothing of what the one before was told.
   */
  constructor(module: string, role: string, onLost: () => void = () => undefined) {
    this.#module = module;
    this.#role = role;
    this.#onLost = onLost;
  }

  /** @throws {Error} what answering threw, and where the thread ended meanwhile. */
  ask(question: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#thread().postMessage({ id, question } satisfies Asked<Q>);
    });
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL(this.#module), { workerData: this.#role });
    worker.on('message', (done: Done<A>) => {
      const waiting = this.#waiting.get(done.id);
      this.#waiting.delete(done.id);
      if ('answer' in done) waiting?.resolve(done.answer);
      else waiting?.reject(new Error(done.failure));
    });
    worker.on('error', (error) =>
      this.#lose(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', () => this.#lose(worker, new Error(`the ${this.#role} ended`)));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  /** Once a thread, though one that fails says so twice: the next may have begun in between. */
  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#onLost();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** Answers what this process's other side asks, where this is the thread of that role; elsewhere it does nothing. */
export function answerInThread<Q, A>(role: string, answerer: () => (question: Q) => A): void {
  if (isMainThread || workerData !== role) return;
  const answer = answerer();
  parentPort?.on('message', ({ id, question }: Asked<Q>) => {
    parentPort?.postMessage(done(id, () => answer(question)));
  });
}

function done<A>(id: number, answer: () => A): Done<A> {
  try {
    return { id, answer: answer() };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
