import { replayBundle } from '@/audit/replay';
import { writeNegotiationFile } from '@/negotiation/file/write';
import { DONE } from '../outcome';
import { notFollowed, withLines } from './read-bundle';

/** `parley replay BUNDLE --to POSITION` (ledger.md §4). */
export async function replay(bundle: string, to: number): Promise<number> {
  const outcome = await withLines(bundle, (lines) => replayBundle(lines, to));
  if (outcome.kind !== 'file') return notFollowed(bundle, outcome);
  process.stdout.write(writeNegotiationFile(outcome.file));
  return DONE;
}
