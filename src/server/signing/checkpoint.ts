/** Signing checkpoints (ledger.md §2): only of what is durable, and never at odds with an earlier one. */
import { signCheckpoint } from '@/ledger/checkpoint';
import { type ReadNode, treeHash } from '@/ledger/tree';
import type { LogKeys } from './keys';
import type { SignedSizes } from './signed-sizes';

export interface Notary {
  readonly keys: LogKeys;
  readonly signed: SignedSizes;
}

/**
 * The signed note of a log's first `size` events, which must be committed. Its size is durable apart from the
 * database before the note is given to anyone. Signing the same twice gives the same bytes (Ed25519, RFC 8032).
 */
export async function signAt(
  { keys, signed }: Notary,
  log: string,
  epoch: number,
  size: number,
  read: ReadNode,
): Promise<string> {
  const key = keys.of(log, epoch);
  const note = signCheckpoint({ origin: key.name, size, root: treeHash(size, read) }, key);
  await signed.record(log, { epoch, size, note });
  return note;
}
