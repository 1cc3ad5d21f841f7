import { parseCheckpoint } from '@/ledger/checkpoint';
import { formatVerifierKey, parseNote, parseVerifierKey } from '@/ledger/note';
import { keyInEpoch } from '@/ledger/origin';
import type { EventOf } from '../events/event';
import type { Kernel } from './kernel';

/**
 * The history was restored to an earlier moment (ledger.md §2). The key that signs stays, under the name of the new
 * epoch. Several epochs that make up for one loss are one restoration.
 */
export function epochBegun(kernel: Kernel, { position, at, data }: EventOf<'epoch.begun'>): void {
  const { epoch, checkpoint } = data;
  const note = parseNote(checkpoint);
  const signed = (note && parseCheckpoint(note.text))?.size ?? 0;
  const before = kernel.restored;
  const goesOn = before !== null && before.signed === signed && before.until === position - 1;
  kernel.restored = goesOn ? { ...before, until: position } : { position, at, signed, until: position };
  kernel.epoch = epoch;
  const key = kernel.key === null ? null : parseVerifierKey(kernel.key);
  const named = key && keyInEpoch(key, epoch);
  if (named !== null) kernel.key = formatVerifierKey(named);
}
