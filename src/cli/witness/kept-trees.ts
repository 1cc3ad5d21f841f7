import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCheckpoint } from '@/ledger/checkpoint';
import { parseNote } from '@/ledger/note';
import { type KnownTree, NOTHING_KNOWN } from '@/ledger/witness';

/**
 * What a witness cosigned last of each log: one file an origin, named by the SHA-256 of the origin, whose content is
 * that checkpoint's signed note. One process a folder (folder-lock.ts).
 */
export class KeptTrees {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<KeptTrees> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new KeptTrees(folder);
  }

  /** @throws {Error} where the file is damaged: a witness that lost its memory must not cosign from nothing. */
  async of(origin: string): Promise<KnownTree> {
    const file = this.#file(origin);
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return NOTHING_KNOWN;
    const note = parseNote(text);
    const tree = note && parseCheckpoint(note.text);
    if (tree === null || tree.origin !== origin) throw new Error(`${file} is no checkpoint of ${origin}`);
    return tree;
  }

  /** Durable when it returns; whatever happens meanwhile, the file is the old one or the new one, and whole. */
  async replace(origin: string, checkpoint: string): Promise<void> {
    const file = this.#file(origin);
    const draft = `${file}.${randomBytes(6).toString('hex')}`;
    try {
      const handle = await open(draft, 'wx', 0o600);
      try {
        await handle.writeFile(checkpoint);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    const folder = await open(this.#folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  #file(origin: string): string {
    return join(this.#folder, `${createHash('sha256').update(origin).digest('hex')}.checkpoint`);
  }
}
