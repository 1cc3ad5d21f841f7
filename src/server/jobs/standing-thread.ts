/**
 * Computes standings of big negotiations in a thread of its own, so that ballots and streams go on meanwhile. This
 * module is both sides: a thread is started from the file in which this stands, the bundle.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Opening, Openings } from '@/negotiation/decide/decision';
import { type Standings, standingsOf } from '@/negotiation/result';
import type { NegotiationState } from '@/negotiation/state';
import { type Compute, computeHere } from './compute';

const ROLE = 'parley standing thread';

/** Below this many (stakeholder, pair of profiles) a result takes less than sending the state does. */
const SMALL = 20_000;

/** While one develops: Node starts no thread from a TypeScript file. */
const FROM_SOURCES = import.meta.url.endsWith('.ts');

interface Job {
  readonly id: number;
  readonly state: NegotiationState;
  readonly openings: readonly (readonly [commitment: string, opening: Pick<Opening, 'salt' | 'ballot'>])[];
}

type Done = { readonly id: number } & ({ readonly standings: Standings } | { readonly failure: string });

interface Waiting {
  readonly resolve: (standings: Standings) => void;
  readonly reject: (error: Error) => void;
}

export class StandingThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #next = 0;

  readonly compute: Compute = (state, openings) => {
    const work = state.stakeholders.length * state.profiles.length ** 2;
    if (work < SMALL || FROM_SOURCES) return computeHere(state, openings);
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#thread().postMessage({ id, state, openings: listed(state, openings) } satisfies Job);
    });
  };

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL(import.meta.url), { workerData: ROLE });
    worker.on('message', (done: Done) => {
      const waiting = this.#waiting.get(done.id);
      this.#waiting.delete(done.id);
      if ('standings' in done) waiting?.resolve(done.standings);
      else waiting?.reject(new Error(done.failure));
    });
    worker.on('error', (error) => this.#lose(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#lose(new Error('the thread that computes standings ended')));
    // It must not keep a process alive that has nothing else to do.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  /** The next standing gets a new thread; the sweep asks for those that were lost. */
  #lose(error: Error): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** A function cannot be sent, but what it knows of the state's seals can. */
function listed(state: NegotiationState, openings: Openings | undefined): Job['openings'] {
  if (openings === undefined) return [];
  return Object.values(state.votes).flatMap((vote) => {
    const opening = vote.kind === 'sealed' ? openings(vote.commitment) : undefined;
    return vote.kind === 'sealed' && opening !== undefined ? [[vote.commitment, opening] as const] : [];
  });
}

if (!isMainThread && workerData === ROLE) {
  parentPort?.on('message', ({ id, state, openings }: Job) => {
    const known = new Map(openings);
    parentPort?.postMessage(answerTo(id, () => standingsOf(state, (commitment) => known.get(commitment))));
  });
}

function answerTo(id: number, work: () => Standings): Done {
  try {
    return { id, standings: work() };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
