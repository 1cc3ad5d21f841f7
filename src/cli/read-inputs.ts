import type { AggregateOptions, AggregationResult } from '@/core/model';
import type { Fault, NegotiationFile } from '@/negotiation/file/model';
import { readApart } from '@/negotiation/file/read-apart';
import { showFault } from '@/negotiation/file/show';
import type { Table } from './arguments';
import { Target } from './ballots/target';
import { reasonOf, reopenable } from './read-bytes';

export interface Input {
  /** As it was named on the command line. */
  readonly name: string;
  /** Without its ballots. */
  readonly file: NegotiationFile;
  /** How many ballots there are, those of a table too. */
  readonly ballots: number;
  result(options: AggregateOptions): AggregationResult;
}

export type Inputs =
  | { readonly ok: true; readonly inputs: readonly Input[] }
  /** One line per fault, of all the files. */
  | { readonly ok: false; readonly lines: readonly string[] };

/**
 * Reads and judges every file, and the table of ballots beside the only one, before anything is made of any of them.
 * Ballots go into the core's arrays as they are read: 12 bytes a score stay of them.
 */
export async function readInputs(names: readonly string[], table: Table | null): Promise<Inputs> {
  const inputs: Input[] = [];
  const lines: string[] = [];
  const told = (name: string) => (fault: Fault) =>
    `${names.length > 1 ? `${name}: ` : ''}${showFault(fault)}`;
  for (const name of names) {
    const read = await readOne(name);
    if (typeof read === 'string') {
      lines.push(`${name}: ${read}`);
      continue;
    }
    if (!read.ok) {
      lines.push(...read.faults.map(told(name)));
      continue;
    }
    const { file, sink: target } = read;
    target.complete(file);
    if (table !== null) {
      const { readTable } = await import('./ballots/read-table');
      lines.push(...(await readTable(table, target)));
    }
    inputs.push({ name, file, ballots: target.ballots, result: (options) => target.box.result(options) });
  }
  return lines.length > 0 ? { ok: false, lines } : { ok: true, inputs };
}

/** One file, its ballots in a target; or why it cannot be read. */
async function readOne(name: string) {
  try {
    return readApart(await reopenable(name), (file) => new Target(file));
  } catch (error) {
    // Only reading fails so: whatever stands in the file is answered with a fault.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return reasonOf(error);
  }
}
