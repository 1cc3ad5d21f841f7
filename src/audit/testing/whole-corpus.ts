import type { EventType } from '@/negotiation/events/catalogue';
import { eventText } from '@/negotiation/events/event';
import { concluded, type Stage } from '@/negotiation/testing/stage';
import type { Mode } from '@/negotiation/views';
import { bundleOf, receiptOf } from './bundles';
import { type Sound, soundBundle, type Tampered } from './corpus';
import { besideChanges } from './corpus-beside';
import { byteChanges } from './corpus-bytes';
import { endChanges, receiptChanges, sinceChanges } from './corpus-ends';
import { fieldChanges } from './corpus-fields';
import { forgeries, ventriloquies } from './corpus-forged';
import { lies } from './corpus-lies';
import { lineChanges } from './corpus-lines';
import { witnessChanges } from './corpus-witnesses';
import { everyEvent, LAST_KEY } from './every-event';

/** What differs where ballots are sealed; the rest is tried in the open history. */
const SEALED: ReadonlySet<string> = new Set<EventType>([
  'ballot.sealed',
  'ballot.unsealed',
  'ballot.entered',
  'ballot.confirmed',
  'round.closed',
  'result.computed',
]);

export interface Staged {
  readonly mode: Mode;
  readonly stage: Stage;
  readonly sound: Sound;
}

/** A sound bundle with every event type that its mode can have, openings, texts and all. */
export function staged(mode: Mode): Staged {
  const stage = everyEvent(mode);
  return {
    mode,
    stage,
    sound: soundBundle(mode, LAST_KEY, bundleOf(stage, { openings: true, key: LAST_KEY })),
  };
}

/** Where the log's first key hands over: what was kept before is signed by that one. */
export const handover = ({ events }: Stage): number => events.findIndex(({ type }) => type === 'key.rotated');

export function* corpusOf({ mode, stage, sound }: Staged): Generator<Tampered> {
  const wanted = (type: string) => mode === 'open' || SEALED.has(type);
  yield* fieldChanges(sound, wanted);
  yield* lies(sound, wanted);
  yield* besideChanges(sound);
  yield* byteChanges(sound);
  yield* endChanges(sound);
  yield* sinceChanges(sound);
  yield* witnessChanges(sound);
  for (const position of mode === 'open' ? [0, 33] : [33]) {
    yield* receiptChanges(receiptOf(stage, position, handover(stage)));
  }
  if (mode === 'private') return;
  const foreign = concluded().events.map((event) => eventText({ ...event, log: 'foreign' }));
  yield* lineChanges(sound, foreign);
  yield* forgeries(sound, stage);
  yield* ventriloquies(sound, stage);
}
