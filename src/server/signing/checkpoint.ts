/** Signing checkpoints (ledger.md §2): only of what is durable, and never at odds with an earlier one. */
import { signCheckpoint } from '@/ledger/checkpoint';
import { type Edge, edgeHash, type ReadNode, readEdge } from '@/ledger/tree';
import type { LogKeys } from './keys';
import type { SignedSizes } from './signed-sizes';

export interface Notary {
  readonly keys: LogKeys;
  readonly signed: SignedSizes;
}

/**
 * The signed note of a log's first `size` events, by the right edge of their tree. It is given to nobody before they are
 * committed and it is kept. Signing the same twice gives the same bytes (Ed25519, RFC 8032).
 */
export function noteAt(keys: LogKeys, log: string, epoch: number, size: number, edge: Edge): string {
  const key = keys.of(log, epoch);
  return signCheckpoint({ origin: key.name, size, root: edgeHash(edge) }, key);
}

/** That note of events that are committed, with its size durable apart from the database. */
export async function signAt(
  { keys, signed }: Notary,
  log: string,
  epoch: number,
  size: number,
  read: ReadNode,
): Promise<string> {
  const note = noteAt(keys, log, epoch, size, readEdge(size, read));
  await signed.record(log, { epoch, size, note });
  return note;
}
