/** One measured thing: each of its runs, in the order in which they were made. */
export interface Measured {
  readonly name: string;
  readonly runs: readonly number[];
}

/** What the medians' ratio, or our median itself, has to be. */
export interface Goal {
  readonly of: 'ratio' | 'ours';
  readonly atLeast?: number;
  readonly atMost: number;
}

/** One line of the table: ours, beside what it is compared with in the same run. */
export interface Row {
  readonly work: string;
  readonly ours: Measured;
  readonly peer: Measured | null;
  /** Of the runs; milliseconds where nothing else is said, '' for a number. */
  readonly unit?: 'ms' | 'MB' | '';
  /** How many stakeholders, where the growth with them is drawn (chart.mjs). */
  readonly n?: number;
  /** What it has to reach (performance.md). */
  readonly goal?: Goal;
  /** What the table should say beside it, or why there is no peer. */
  readonly note: string;
}

/** What a `*.bench.ts` exports as `benchmark`. */
export type Benchmark = () => Promise<readonly Row[]>;

type Work = () => unknown;

/** Milliseconds that it takes once, of so many times in a row: what takes a few is timed several times. */
export async function timed(work: Work, times = 1): Promise<number> {
  const began = performance.now();
  for (let k = 0; k < times; k++) await work();
  return (performance.now() - began) / times;
}

/**
 * Ours and the peer's in turns, so that a machine that gets slower gets slower for both; one turn first that does
 * not count.
 */
export async function sideBySide(
  work: string,
  ours: readonly [name: string, run: Work],
  peer: readonly [name: string, run: Work] | null,
  note: string,
  goal?: Goal,
  runs = 5,
): Promise<Row> {
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let turn = -1; turn < runs; turn++) {
    const a = await timed(ours[1]);
    const b = peer === null ? 0 : await timed(peer[1]);
    if (turn < 0) continue;
    mine.push(a);
    theirs.push(b);
  }
  return {
    work,
    ours: { name: ours[0], runs: mine },
    peer: peer === null ? null : { name: peer[0], runs: theirs },
    ...(goal && { goal }),
    note,
  };
}
