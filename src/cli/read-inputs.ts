import { readFile } from 'node:fs/promises';
import type { NegotiationFile } from '@/negotiation/file/model';
import { readNegotiationFile } from '@/negotiation/file/read';
import { showFault } from '@/negotiation/file/show';

export interface Input {
  /** As it was named on the command line. */
  readonly name: string;
  readonly file: NegotiationFile;
}

export type Inputs =
  | { readonly ok: true; readonly inputs: readonly Input[] }
  /** One line per fault, of all the files. */
  | { readonly ok: false; readonly lines: readonly string[] };

/** Reads and judges every file before anything is made of any of them. */
export async function readInputs(names: readonly string[]): Promise<Inputs> {
  const inputs: Input[] = [];
  const lines: string[] = [];
  const prefix = (name: string) => (names.length > 1 ? `${name}: ` : '');
  for (const name of names) {
    const bytes = await bytesOf(name);
    if (typeof bytes === 'string') {
      lines.push(`${name}: ${bytes}`);
      continue;
    }
    const read = readNegotiationFile(bytes);
    if (read.ok) inputs.push({ name, file: read.file });
    else lines.push(...read.faults.map((fault) => prefix(name) + showFault(fault)));
  }
  return lines.length > 0 ? { ok: false, lines } : { ok: true, inputs };
}

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

/** The bytes, or why there are none. */
async function bytesOf(name: string): Promise<Uint8Array | string> {
  try {
    return name === '-' ? await standardInput() : await readFile(name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return REASONS[code] ?? `cannot be read (${code === '' ? String(error) : code})`;
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
