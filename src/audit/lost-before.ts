import { parseCheckpoint } from '@/ledger/checkpoint';
import { parseNote } from '@/ledger/note';
import type { Event } from '@/negotiation/events/event';

/** A restore of the database to less than had been signed, as the epoch that followed it tells (ledger.md §2). */
export interface LostBefore {
  readonly epoch: number;
  /** Of `epoch.begun`: what had been acknowledged at this position and after is gone, and others stand there now. */
  readonly position: number;
  /** Events that the lost checkpoint covers. */
  readonly signed: number;
}

/** `null` where the event begins no epoch. */
export function lostBefore({ type, data, position }: Event): LostBefore | null {
  if (type !== 'epoch.begun') return null;
  const note = parseNote(data.checkpoint);
  return { epoch: data.epoch, position, signed: (note && parseCheckpoint(note.text))?.size ?? 0 };
}
