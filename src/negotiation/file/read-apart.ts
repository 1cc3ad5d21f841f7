import { type Check, Faults, run } from './check';
import { fileBallot } from './check-ballot';
import { ballots, negotiationWith } from './check-file';
import { type Frame, frameOf } from './frame';
import type { Fault, FileBallot, NegotiationFile } from './model';
import { type Duplicates, type Parsed, parseJsonPieces, TakenList, type Taker } from './parse-json';
import { MARKED } from './read';
import { Utf8Pieces } from './utf8';

/** The bytes of a file from its beginning; `next` gives `null` after the last, and may use the same memory again. */
export interface Bytes {
  next(): Uint8Array | null;
  close(): void;
}

/** Who takes the ballots of a file, which are not kept in it. */
export interface BallotSink {
  cast(ballot: FileBallot): void;
}

export type ReadApart<S> =
  /** The file without its ballots, which went into the sink. */
  | { readonly ok: true; readonly file: NegotiationFile; readonly sink: S }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const KEY = 'ballots';
/** What says which ballots there may be and which of them count: a sink that was made without it is of no use. */
const BEFORE = [
  'dimensions',
  'rule',
  'stakeholders',
  'guarantees',
  'profiles',
  'criteria',
  'briefings',
  'acknowledgements',
];

/**
 * Reads a negotiation file of any size, one ballot in memory at a time: the file, or the faults, of
 * `readNegotiationFile`. It is read once where what ballots hang on stands before them, as in every file that Parley
 * writes; otherwise, and to find the faults of a file that is refused, a second time.
 *
 * @param open opens it, each time from its beginning
 * @param sinkFor makes what takes the ballots of a file of which statements that follow them may be missing yet; of
 *     several that are made the last counts
 */
export function readApart<S extends BallotSink>(
  open: () => Bytes,
  sinkFor: (file: NegotiationFile) => S,
): ReadApart<S> {
  const duplicates: Duplicates = new WeakMap();
  const hopeful = new Hopeful(sinkFor, duplicates);
  const parsed = parseBytes(open(), hopeful, duplicates);
  if (!parsed.ok) return { ok: false, faults: [parsed.fault] };
  const whole = run(negotiationWith(trusting), parsed.value, new Faults('', duplicates));
  if (whole.ok && hopeful.sink !== null && !isLate(parsed.value)) {
    return { ok: true, file: whole.value, sink: hopeful.sink };
  }
  const sink = whole.ok ? sinkFor(whole.value) : null;
  if (whole.ok && sink !== null && hopeful.lists === 0) return { ok: true, file: whole.value, sink };
  const again = (frame: Frame): Check<readonly FileBallot[]> => {
    const check = fileBallot(frame, frame.stakeholders);
    return (value, faults) => {
      if (!(value instanceof TakenList)) return ballots(frame)(value, faults);
      const second = new Judging(check, faults, sink, hopeful.lists);
      parseBytes(open(), second, duplicates);
      return second.sound ? [] : undefined;
    };
  };
  const outcome = run(negotiationWith(again), parsed.value, new Faults('', duplicates));
  if (!outcome.ok) return outcome;
  if (sink === null) throw new Error('a file was refused and had no faults');
  return { ok: true, file: outcome.value, sink };
}

/** Ballots that were taken are judged elsewhere. */
function trusting(frame: Frame): Check<readonly FileBallot[]> {
  return (value, faults) => (value instanceof TakenList ? [] : ballots(frame)(value, faults));
}

/** Takes ballots in the hope that what stands before them is sound, and all that they hang on. */
class Hopeful<S extends BallotSink> implements Taker {
  readonly key = KEY;
  /** `null` once the hope is vain. */
  sink: S | null = null;
  lists = 0;
  private check: Check<FileBallot> | null = null;

  constructor(
    private readonly sinkFor: (file: NegotiationFile) => S,
    private readonly duplicates: Duplicates,
  ) {}

  begin(before: Readonly<Record<string, unknown>>): void {
    this.lists += 1;
    this.sink = null;
    if (this.lists > 1) return;
    const head = run(negotiationWith(trusting), before, new Faults('', this.duplicates));
    if (!head.ok) return;
    const frame = frameOf(before);
    this.check = fileBallot(frame, frame.stakeholders);
    this.sink = this.sinkFor(head.value);
  }

  take(element: unknown): void {
    if (this.sink === null || this.check === null) return;
    const outcome = run(this.check, element, new Faults('', this.duplicates));
    if (outcome.ok) this.sink.cast(outcome.value);
    else this.sink = null;
  }
}

/** Judges the ballots where they stand among the other faults, and casts them where there are none. */
class Judging implements Taker {
  readonly key = KEY;
  sound = true;

  /** @param lists how many lists of ballots there are: of a key given twice the last stands */
  constructor(
    private readonly check: Check<FileBallot>,
    private readonly faults: Faults,
    private readonly sink: BallotSink | null,
    private lists: number,
  ) {}

  begin(): void {
    this.lists -= 1;
  }

  take(element: unknown, index: number): void {
    if (this.lists > 0 || this.faults.full) return;
    const ballot = this.faults.within(index, element, this.check);
    if (ballot === undefined) this.sound = false;
    else this.sink?.cast(ballot);
  }
}

function isLate(document: unknown): boolean {
  const keys = typeof document === 'object' && document !== null ? Object.keys(document) : [];
  return keys.slice(keys.indexOf(KEY)).some((key) => BEFORE.includes(key));
}

function parseBytes(bytes: Bytes, taker: Taker, duplicates: Duplicates): Parsed {
  try {
    const pieces = new Utf8Pieces(() => bytes.next());
    const first = pieces.next() ?? '';
    let given: string | null = first === '' ? null : first;
    const next = () => {
      const piece = given ?? pieces.next();
      given = null;
      return piece;
    };
    const parsed = first.startsWith('\ufeff')
      ? { ok: false as const, fault: MARKED }
      : parseJsonPieces(next, taker, duplicates);
    // What is not UTF-8 is told before what is not JSON, wherever it stands.
    pieces.drain();
    return pieces.fault === null ? parsed : { ok: false, fault: { path: '$', message: pieces.fault } };
  } finally {
    bytes.close();
  }
}
