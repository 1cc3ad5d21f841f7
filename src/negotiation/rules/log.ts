import { parseCheckpoint } from '@/ledger/checkpoint';
import { parseNote, parseVerifierKey } from '@/ledger/note';
import { partsOfOrigin } from '@/ledger/origin';
import { checkRotation } from '@/ledger/rotation';
import type { EventOf } from '../events/event';
import { refuse } from '../refusals';
import type { NegotiationState } from '../state';
import { first, type Judgement, unless } from './judgement';

/** What the log says of itself (ledger.md §2; docs/decisions/2026-11-24-what-a-rotation-signs.md). */

export function judgeRotated(state: NegotiationState, { position, data }: EventOf<'key.rotated'>): Judgement {
  return first(
    () => unless(state.key === null || state.key === data.previous, 'key.previous'),
    () => judgeRotation(state, data, position),
  );
}

function judgeRotation(
  { log, epoch }: NegotiationState,
  data: EventOf<'key.rotated'>['data'],
  position: number,
): Judgement {
  const checked = checkRotation(data, position);
  if (!checked.ok) return refuseRotation(checked.reason, data);
  const { name } = checked.key;
  const parts = partsOfOrigin(name);
  return unless(parts?.log === log && parts.epoch === epoch, 'key.origin', { epoch, name });
}

function refuseRotation(
  reason: 'malformed' | 'names' | 'same' | 'bad-signature',
  { key, previous }: EventOf<'key.rotated'>['data'],
): Judgement {
  const nameOf = (text: string) => parseVerifierKey(text)?.name ?? '';
  switch (reason) {
    case 'malformed':
      return refuse('key.malformed');
    case 'names':
      return refuse('key.names', { key: nameOf(key), previous: nameOf(previous) });
    case 'same':
      return refuse('key.same');
    case 'bad-signature':
      return refuse('key.signature');
  }
}

/**
 * Where the database lost several epochs at once, each event that makes up for them quotes the same checkpoint: its
 * epoch may be later than the one that the log knows of.
 */
export function judgeEpoch(state: NegotiationState, { data }: EventOf<'epoch.begun'>): Judgement {
  const { log, epoch } = state;
  const note = parseNote(data.checkpoint);
  const parts = partsOfOrigin((note && parseCheckpoint(note.text))?.origin ?? '');
  return first(
    () => unless(data.epoch === epoch + 1, 'epoch.number', { epoch: epoch + 1 }),
    () => unless(parts?.log === log && parts.epoch >= epoch, 'epoch.checkpoint', { epoch }),
  );
}
