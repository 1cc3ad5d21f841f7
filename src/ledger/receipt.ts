/**
 * A receipt: the event, its inclusion proof and the checkpoint in one JSON file. It proves, offline, that the
 * log took in this very event (ledger.md §2).
 */
import { openCheckpoint } from './checkpoint';
import { fromHex, utf8 } from './hash';
import type { VerifierKey } from './note';
import { verifyInclusion } from './proof';
import { leafHash } from './tree';

export interface Receipt {
  readonly format: 'parley-receipt/1';
  readonly position: number;
  /** The event's canonical bytes, as text. */
  readonly event: string;
  /** Sibling hashes in hex, nearest first. */
  readonly proof: readonly string[];
  /** The signed note. */
  readonly checkpoint: string;
  /** Of a sealed ballot: what its commitment opens to, which only its own delegates hold (ledger.md §3). */
  readonly opening?: { readonly salt: string; readonly ballot: string };
}

export type ReceiptVerdict =
  | { readonly ok: true; readonly size: number }
  | { readonly ok: false; readonly reason: 'malformed' | 'wrong-origin' | 'bad-signature' | 'not-included' };

export function verifyReceipt(receipt: Receipt, key: VerifierKey): ReceiptVerdict {
  const opened = openCheckpoint(receipt.checkpoint, key);
  if (!opened.ok) return opened;
  if (!receipt.proof.every((hash) => /^[0-9a-f]{64}$/.test(hash))) return { ok: false, reason: 'malformed' };
  const { size, root } = opened.checkpoint;
  const leaf = leafHash(utf8(receipt.event));
  const included = verifyInclusion(leaf, receipt.position, size, receipt.proof.map(fromHex), root);
  return included ? { ok: true, size } : { ok: false, reason: 'not-included' };
}
