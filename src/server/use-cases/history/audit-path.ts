/** The audit path of an event in the tree of a size (RFC 9162 §2.1.3). */
import { toHex } from '@/ledger/hash';
import { inclusionProof, inclusionRanges } from '@/ledger/proof';
import { rangeAddresses } from '@/ledger/tree';
import type { Pool } from '../../db/pool';
import { readNodes } from '../../db/tree-nodes';

/** Sibling hashes in hex, nearest first. Reads O(log n) rows. */
export async function auditPath(pool: Pool, log: string, position: number, size: number): Promise<string[]> {
  const read = await readNodes(pool, log, inclusionRanges(position, size).flatMap(rangeAddresses));
  return inclusionProof(position, size, read).map(toHex);
}
