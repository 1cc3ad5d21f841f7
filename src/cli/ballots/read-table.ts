import { blocksOf } from '@/audit/lines';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { Ending, Table } from '../arguments';
import { chunksOf, reasonOf } from '../read-bytes';
import { RowFaults } from './row-faults';
import type { TableReader } from './table-reader';
import { Target } from './target';

export type ReadTable =
  | { readonly ok: true; readonly target: Target }
  /** One line per fault. */
  | { readonly ok: false; readonly lines: readonly string[] };

/**
 * Reads a table of ballots beside a negotiation file, piece by piece: the ballots go after those of the file, and
 * only what counts of them is kept.
 */
export async function readTable(table: Table, file: NegotiationFile): Promise<ReadTable> {
  try {
    const { name, ending } = table;
    if (ending !== '.arrow') return await readChunks({ name, ending }, () => chunksOf(name), file);
    const { readArrow } = await import('./arrow');
    const target = new Target(file);
    const faults = new RowFaults(name);
    await readArrow(name, target, faults);
    return outcomeOf(target, faults);
  } catch (error) {
    // Only reading fails so: whatever stands in the table is answered with a fault.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, lines: [`${table.name}: ${reasonOf(error)}`] };
  }
}

type LinesTable = Table & { readonly ending: Exclude<Ending, '.arrow'> };

/** A table of lines from its bytes, wherever they are cut; opened last, since a stream that fails unheard is fatal. */
export async function readChunks(
  { name, ending }: LinesTable,
  open: () => AsyncIterable<Uint8Array>,
  file: NegotiationFile,
): Promise<ReadTable> {
  const target = new Target(file);
  const faults = new RowFaults(name);
  const reader = await readerOf(ending, target, faults);
  for await (const block of blocksOf(open())) {
    reader.take(block);
    if (faults.full) break;
  }
  reader.end();
  return outcomeOf(target, faults);
}

function outcomeOf(target: Target, faults: RowFaults): ReadTable {
  return faults.any ? { ok: false, lines: faults.lines } : { ok: true, target };
}

async function readerOf(
  ending: LinesTable['ending'],
  target: Target,
  faults: RowFaults,
): Promise<TableReader> {
  if (ending === '.ndjson') return new (await import('./ndjson')).NdjsonReader(target, faults);
  return new (await import('./csv')).CsvReader(target, faults);
}
