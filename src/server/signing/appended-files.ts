/** Files that short texts are appended to for good, kept open in between: to open one costs as much as to write. */
import { close, constants, fdatasync, fstatSync, open, write, writeSync } from 'node:fs';
import { promisify } from 'node:util';

const openFile = promisify(open);
const writeTo = promisify(write);
const flush = promisify(fdatasync);

const { O_APPEND, O_CREAT, O_DSYNC, O_WRONLY } = constants;

/** A write to such a file is durable when it returns. Elsewhere the flag says less than a flush does, or is not there. */
const WRITES_ARE_DURABLE = process.platform === 'linux';
const FLAGS = O_WRONLY | O_APPEND | O_CREAT | (WRITES_ARE_DURABLE ? O_DSYNC : 0);

interface Kept {
  readonly descriptor: Promise<number>;
  users: number;
}

/** Open files. */
const MOST = 64;

/**
 * A disk that writes as quickly as this is waited for: to have a thread do it takes as long again. After one slower write
 * the next ones leave this thread to others, until one is quick.
 */
const QUICK_MS = 0.5;

export class AppendedFiles {
  /** Least recently used first, as a Map keeps the order of insertion. */
  readonly #kept = new Map<string, Kept>();
  #isQuick = false;

  /** In one piece, and durable when it returns; the name of a new file in its folder is the caller's to make so. */
  async append(file: string, text: string): Promise<void> {
    const kept = this.#kept.get(file) ?? { descriptor: openFile(file, FLAGS, 0o600), users: 0 };
    this.#kept.delete(file);
    this.#kept.set(file, kept);
    kept.users += 1;
    try {
      const descriptor = await kept.descriptor;
      if (fstatSync(descriptor).nlink === 0) throw new Error(`${file} was taken away while it was in use`);
      const began = performance.now();
      const written = this.#isQuick
        ? writeSync(descriptor, text)
        : (await writeTo(descriptor, text)).bytesWritten;
      this.#isQuick = performance.now() - began < QUICK_MS;
      if (written !== Buffer.byteLength(text))
        throw new Error(`${file} took a part of a line: is its disk full?`);
      if (!WRITES_ARE_DURABLE) await flush(descriptor);
    } catch (error) {
      // The next one opens it anew.
      if (this.#kept.get(file) === kept) this.#kept.delete(file);
      throw error;
    } finally {
      kept.users -= 1;
      if (kept.users === 0 && this.#kept.get(file) !== kept) closed(kept);
      this.#closeOldest();
    }
  }

  /** What is still under way closes its file itself. */
  close(): void {
    for (const kept of this.#kept.values()) if (kept.users === 0) closed(kept);
    this.#kept.clear();
  }

  #closeOldest(): void {
    for (const [file, kept] of this.#kept) {
      if (this.#kept.size <= MOST) return;
      if (kept.users > 0) continue;
      this.#kept.delete(file);
      closed(kept);
    }
  }
}

/** Not waited for: what was written is durable. */
function closed({ descriptor }: Kept): void {
  descriptor.then((open) => close(open)).catch(() => undefined);
}
