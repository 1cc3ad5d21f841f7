/**
 * Counts tallies in as many threads as there are processors, which take pieces until none is left. This module is both
 * sides: a thread is started from the file in which this stands.
 */
import { availableParallelism } from 'node:os';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { type Counted, type Counting, countHere, sumOf, TallyCounter } from '@/core/tally/tally-counter';
import { stakeholdersOf, type TallyWork } from '@/core/tally/tally-work';

const ROLE = 'parley tally thread';
/** While one develops and tests: Node starts no thread from a TypeScript file. */
const FROM_SOURCES = import.meta.url.endsWith('.ts');

/** So many (stakeholder, pair of profiles) are counted in about 40 ms, which it takes a thread to start. */
const SMALL = 250_000_000;
/** Stakeholders in a piece, 128 tiles: 3 to 10 ms, which is how long one may wait for the last of the others. */
const PIECE = 4096;
const MOST_THREADS = 8;
/** A thread that gives no sign for so long is given up, and everything counted here: it got no memory, say. */
const PATIENCE_MS = 60_000;

/** The numbers that threads share: the next piece, how many others have taken some and not handed in, and signs of life. */
const NEXT = 0;
const OUT = 1;
const SIGNS = 2;

interface Shared {
  readonly role: typeof ROLE;
  readonly work: TallyWork;
  readonly board: Int32Array;
  /** What the thread has counted, and last how many of it have not spoken: filled once it is no longer out. */
  readonly answer: Float64Array;
}

/** @param threads how many others at most, and @param small what is counted here alone. */
export function countInThreads(threads = availableParallelism() - 1, small = SMALL): Counting {
  return (work) => {
    const n = stakeholdersOf(work);
    const others = Math.min(threads, MOST_THREADS, Math.ceil(n / PIECE) - 1);
    if (others < 1 || FROM_SOURCES || n * work.scores.profiles ** 2 < small || !isShareable(work))
      return countHere(work);
    const board = new Int32Array(new SharedArrayBuffer(12));
    const pairs = work.scores.profiles ** 2;
    const sums = 3 * pairs * (1 + work.dimensions);
    const answers = Array.from({ length: others }, () => {
      const answer = new Float64Array(new SharedArrayBuffer(8 * (sums + pairs + 1)));
      start({ role: ROLE, work, board, answer });
      return answer;
    });
    const counter = new TallyCounter(work);
    takePieces(counter, work, board);
    if (!allIn(board)) return countHere(work);
    return sumOf([counter.counted(), ...answers.map((answer) => opened(answer, sums))]);
  };
}

/** Scores lie in shared memory; what else is sent is copied, and small beside them. */
const isShareable = ({ scores: { low, best, high } }: TallyWork): boolean =>
  typeof SharedArrayBuffer === 'function' &&
  [low, best, high].every(({ buffer }) => buffer instanceof SharedArrayBuffer);

function start(shared: Shared): void {
  const worker = new Worker(new URL(import.meta.url), { workerData: shared });
  // Without it all pieces are taken by others, or by nobody in time: then everything is counted here.
  worker.on('error', () => undefined);
  worker.unref();
}

function takePieces(counter: TallyCounter, work: TallyWork, board: Int32Array): void {
  const n = stakeholdersOf(work);
  for (;;) {
    const from = Atomics.add(board, NEXT, 1) * PIECE;
    if (from >= n) return;
    counter.count(from, Math.min(n, from + PIECE));
    Atomics.add(board, SIGNS, 1);
  }
}

/**
 * Waits until all that took pieces have handed in. Whoever comes later finds none left: a thread says that it is out
 * before it takes its first.
 */
function allIn(board: Int32Array): boolean {
  for (;;) {
    const [out, signs] = [Atomics.load(board, OUT), Atomics.load(board, SIGNS)];
    if (out === 0) return true;
    const woken = Atomics.wait(board, OUT, out, PATIENCE_MS);
    if (woken === 'timed-out' && signs === Atomics.load(board, SIGNS)) return false;
  }
}

function handIn({ sums, undecided, silent }: Counted, answer: Float64Array): void {
  answer.set(sums);
  answer.set(undecided, sums.length);
  answer[answer.length - 1] = silent;
}

function opened(answer: Float64Array, sums: number): Counted {
  const last = answer.length - 1;
  return {
    sums: answer.subarray(0, sums),
    undecided: answer.subarray(sums, last),
    silent: answer[last] ?? 0,
  };
}

const given: Shared | { readonly role?: undefined } | null = workerData;

if (!isMainThread && given?.role === ROLE) {
  const { work, board, answer } = given;
  const counter = new TallyCounter(work);
  Atomics.add(board, OUT, 1);
  takePieces(counter, work, board);
  handIn(counter.counted(), answer);
  Atomics.sub(board, OUT, 1);
  Atomics.notify(board, OUT);
}
