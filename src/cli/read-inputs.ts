import type { AggregateOptions, AggregationResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { readNegotiationFile } from '@/negotiation/file/read';
import { showFault } from '@/negotiation/file/show';
import type { Table } from './arguments';
import { bytesOf } from './read-bytes';

export interface Input {
  /** As it was named on the command line. */
  readonly name: string;
  /** Where a table of ballots was named, without those that stand in it. */
  readonly file: NegotiationFile;
  /** Ballots, those of a table too. */
  readonly ballots: number;
  result(options: AggregateOptions): Promise<AggregationResult>;
}

export type Inputs =
  | { readonly ok: true; readonly inputs: readonly Input[] }
  /** One line per fault, of all the files. */
  | { readonly ok: false; readonly lines: readonly string[] };

/** Reads and judges every file, and the table of ballots beside the only one, before anything is made of any of them. */
export async function readInputs(names: readonly string[], table: Table | null): Promise<Inputs> {
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
    if (!read.ok) {
      lines.push(...read.faults.map((fault) => prefix(name) + showFault(fault)));
      continue;
    }
    const input = table === null ? withoutTable(name, read.file) : await withTable(name, read.file, table);
    if ('lines' in input) lines.push(...input.lines);
    else inputs.push(input);
  }
  return lines.length > 0 ? { ok: false, lines } : { ok: true, inputs };
}

function withoutTable(name: string, file: NegotiationFile): Input {
  const result = async (options: AggregateOptions) => {
    const { aggregate } = await import('@/core/aggregate');
    const { toNegotiation } = await import('@/negotiation/file/to-negotiation');
    const { countInThreads } = await import('./tally-threads');
    return aggregate(toNegotiation(file), options, countInThreads());
  };
  return { name, file, ballots: file.ballots?.length ?? 0, result };
}

async function withTable(
  name: string,
  file: NegotiationFile,
  table: Table,
): Promise<Input | { readonly lines: readonly string[] }> {
  const { readTable } = await import('./ballots/read-table');
  const read = await readTable(table, file);
  if (!read.ok) return read;
  const { box, ballots } = read.target;
  return {
    name,
    file,
    ballots: (file.ballots?.length ?? 0) + ballots,
    result: async (options) => box.result(options),
  };
}
