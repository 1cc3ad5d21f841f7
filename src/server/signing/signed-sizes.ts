/**
 * The largest checkpoint signed for each log, kept apart from the database (ledger.md §2): after a restore of the
 * database to less than that, the log must begin a new epoch instead of signing another history.
 *
 * One file a log, to which each signed checkpoint is appended as a line and made durable *before* the note is given
 * to anyone. Appending a short line is atomic, so several servers on one machine may share the folder. Only the end
 * of the file is ever read: lines of servers that sign at once may swap places there, no further.
 */
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { isCode, syncFolder } from '../process/data-file';
import { AppendedFiles } from './appended-files';

export interface SignedCheckpoint {
  readonly epoch: number;
  readonly size: number;
  /** The signed note, which the first event of the next epoch quotes. */
  readonly note: string;
}

/** Holds at least a hundred lines of at most 600 bytes. */
const TAIL = 65_536;

export class SignedSizes {
  readonly #folder: string;
  readonly #largest = new Map<string, SignedCheckpoint | null>();

  readonly #confirmed = new Set<string>();

  /** Logs whose file is known to be there, and its name in the folder durable. */
  readonly #begun = new Set<string>();

  readonly #files = new AppendedFiles();

  constructor(dataFolder: string) {
    this.#folder = path.resolve(dataFolder, 'signed');
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
  }

  /** The largest of the newest epoch; read once a process, then kept up to date by `record`. */
  async largest(log: string): Promise<SignedCheckpoint | null> {
    const known = this.#largest.get(log);
    if (known !== undefined) return known;
    const read = largestOf(await this.#tail(log));
    const raced = this.#largest.get(log);
    if (raced !== undefined) return raced;
    this.#largest.set(log, read);
    return read;
  }

  /** Whether the database was seen to extend what was signed. */
  isConfirmed(log: string): boolean {
    return this.#confirmed.has(log);
  }

  confirm(log: string): void {
    this.#confirmed.add(log);
  }

  /** Durable when it returns. */
  async record(log: string, signed: SignedCheckpoint): Promise<void> {
    // A line that a crash cut short is closed off by the line feed in front of the next.
    await this.#files.append(this.#file(log), `\n${JSON.stringify(signed)}\n`);
    if (!this.#begun.has(log)) syncFolder(this.#folder);
    this.#begun.add(log);
    const before = await this.largest(log);
    if (before === null || isLarger(signed, before)) this.#largest.set(log, signed);
  }

  /** Once nothing is signed any more. */
  close(): void {
    this.#files.close();
  }

  async #tail(log: string): Promise<string> {
    const handle = await open(this.#file(log), 'r').catch((error: unknown) => {
      if (isCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (handle === null) return '';
    try {
      const { size } = await handle.stat();
      const start = Math.max(0, size - TAIL);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
      return buffer.subarray(0, bytesRead).toString('utf8');
    } finally {
      await handle.close();
    }
  }

  #file(log: string): string {
    // A log's id matches [a-z0-9][a-z0-9._-]{0,63}: a file name that cannot leave the folder.
    return path.join(this.#folder, `${log}.ndjson`);
  }
}

function largestOf(text: string): SignedCheckpoint | null {
  return text
    .split('\n')
    .map(parseLine)
    .reduce((best, next) => (best === null || (next !== null && isLarger(next, best)) ? next : best), null);
}

function isLarger(a: SignedCheckpoint, b: SignedCheckpoint): boolean {
  return a.epoch !== b.epoch ? a.epoch > b.epoch : a.size > b.size;
}

/** `null` for a line cut short by a crash, whose note was never given to anyone, or by the start of the tail. */
function parseLine(line: string): SignedCheckpoint | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return null;
    const { epoch, size, note } = { epoch: null, size: null, note: null, ...value };
    return isNumber(epoch) && isNumber(size) && isString(note) ? { epoch, size, note } : null;
  } catch {
    return null;
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isString = (value: unknown): value is string => typeof value === 'string';
