import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Bytes } from '@/negotiation/file/read-apart';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read by this account',
  EPERM: 'may not be read by this account',
  ELOOP: 'is a link that leads back to itself',
  ENAMETOOLONG: 'there is no such file: the name is too long',
  ERR_FS_FILE_TOO_LARGE: 'is larger than what can be read at once',
};

/** Why a file could not be read. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `cannot be read (${code === '' ? String(error) : code})`;
}

/** The bytes of a file, or of standard input for `-`; or why there are none. */
export async function bytesOf(name: string): Promise<Uint8Array | string> {
  try {
    return name === '-' ? await standardInput() : await readFile(name);
  } catch (error) {
    return reasonOf(error);
  }
}

/** The same, a piece at a time. It throws what `reasonOf` explains. */
export function chunksOf(name: string): AsyncIterable<Uint8Array> {
  return name === '-' ? process.stdin : createReadStream(name, { highWaterMark: 256 * 1024 });
}

const CHUNK = 1 << 20;

/**
 * How a file is opened that may have to be read twice. What can be read but once, standard input for `-` or a pipe, is
 * kept in memory for that. Throws what `reasonOf` explains.
 */
export async function reopenable(name: string): Promise<() => Bytes> {
  if (name === '-' || !statSync(name).isFile()) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of chunksOf(name)) chunks.push(chunk);
    return () => {
      let nth = 0;
      return { next: () => chunks[nth++] ?? null, close: () => {} };
    };
  }
  const memory = new Uint8Array(CHUNK);
  return () => {
    const file = openSync(name, 'r');
    return {
      next: () => {
        const length = readSync(file, memory, 0, CHUNK, null);
        return length === 0 ? null : memory.subarray(0, length);
      },
      close: () => closeSync(file),
    };
  };
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
