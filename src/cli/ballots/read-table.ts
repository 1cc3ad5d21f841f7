import { blocksOf } from '@/audit/lines';
import type { Ending, Table } from '../arguments';
import { chunksOf, reasonOf } from '../read-bytes';
import { RowFaults } from './row-faults';
import type { TableReader } from './table-reader';
import type { Target } from './target';

/**
 * Reads a table of ballots beside a negotiation file, piece by piece: the ballots go after those of the file, and
 * only what counts of them is kept. Gives a line per fault.
 */
export async function readTable(table: Table, target: Target): Promise<readonly string[]> {
  try {
    const { name, ending } = table;
    if (ending !== '.arrow') return await readChunks({ name, ending }, () => chunksOf(name), target);
    const { readArrow } = await import('./arrow');
    const faults = new RowFaults(name);
    await readArrow(name, target, faults);
    return faults.lines;
  } catch (error) {
    // Only reading fails so: whatever stands in the table is answered with a fault.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return [`${table.name}: ${reasonOf(error)}`];
  }
}

type LinesTable = Table & { readonly ending: Exclude<Ending, '.arrow'> };

/** A table of lines from its bytes, wherever they are cut; opened last, since a stream that fails unheard is fatal. */
export async function readChunks(
  { name, ending }: LinesTable,
  open: () => AsyncIterable<Uint8Array>,
  target: Target,
): Promise<readonly string[]> {
  const faults = new RowFaults(name);
  const reader = await readerOf(ending, target, faults);
  for await (const block of blocksOf(open())) {
    reader.take(block);
    if (faults.full) break;
  }
  reader.end();
  return faults.lines;
}

async function readerOf(
  ending: LinesTable['ending'],
  target: Target,
  faults: RowFaults,
): Promise<TableReader> {
  if (ending === '.ndjson') return new (await import('./ndjson')).NdjsonReader(target, faults);
  return new (await import('./csv')).CsvReader(target, faults);
}
