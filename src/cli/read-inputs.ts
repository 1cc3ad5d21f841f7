import type { NegotiationFile } from '@/negotiation/file/model';
import { readNegotiationFile } from '@/negotiation/file/read';
import { showFault } from '@/negotiation/file/show';
import { bytesOf } from './read-bytes';

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
