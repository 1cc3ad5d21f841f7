/** Whether a log's database fell behind what was signed of it (ledger.md §2). */
import { parseCheckpoint } from '@/ledger/checkpoint';
import { equalBytes } from '@/ledger/hash';
import { parseNote } from '@/ledger/note';
import { edgeAddresses, treeHash } from '@/ledger/tree';
import type { SignedCheckpoint, SignedSizes } from '../../signing/signed-sizes';
import type { Pool, PoolClient } from '../pool';
import { readNodes } from '../tree-nodes';

/**
 * The largest signed checkpoint if the log no longer extends it: the log is shorter, or it grew again to another
 * history. The next append must then begin a new epoch. `null` where all is well.
 */
export async function lostCheckpoint(
  database: Pool | PoolClient,
  signed: SignedSizes,
  log: string,
  head: { readonly size: number; readonly epoch: number },
): Promise<SignedCheckpoint | null> {
  const largest = await signed.largest(log);
  if (largest === null || largest.epoch < head.epoch) return null;
  if (largest.epoch > head.epoch || largest.size > head.size) return largest;
  if (signed.isConfirmed(log)) return null;
  const root = parseCheckpoint(parseNote(largest.note)?.text ?? '')?.root;
  const read = await readNodes(database, log, edgeAddresses(largest.size));
  if (root === undefined || !equalBytes(root, treeHash(largest.size, read))) return largest;
  // A history only grows while the database runs: once seen to extend what was signed, it goes on doing so.
  signed.confirm(log);
  return null;
}
