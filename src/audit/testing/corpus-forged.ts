import { canonicalJson } from '@/ledger/canonical';
import { type Event, isJson } from '@/negotiation/events/event';
import type { Stage } from '@/negotiation/testing/stage';
import { signedAnew } from './bundles';
import { exactly, instead, type Sound, type Tampered } from './corpus';
import { LAST_KEY } from './every-event';

/** What is owed by the event before it, and put into the mouth of another who may well act: permitted by nothing. */
export function* ventriloquies(sound: Sound, { events }: Stage): Generator<Tampered> {
  for (const [position, event] of events.entries()) {
    const before = events[position - 1];
    const owed =
      event.type === 'result.computed' || before?.type === 'negotiation.created' || isChange(before, event);
    if (!owed) continue;
    for (const actor of new Set(['system', ...events.slice(0, position).map((earlier) => earlier.actor)])) {
      if (actor === event.actor) continue;
      yield {
        kind: 'forged: another actor',
        what: `${event.type} at ${position} by ${actor}`,
        edit: instead(sound, ...signedLines(sound, events.with(position, { ...event, actor }))),
        ...exactly(`permitted at ${position}`),
      };
    }
  }
}

/** The consent that made a coalition adequate is followed by the change. */
function isChange(before: Event | undefined, { type }: Event): boolean {
  return before?.type === 'consent.given' && !type.startsWith('consent.');
}

/**
 * Events dropped and said twice, counted anew and signed by whoever holds the newest key. What names a position shows
 * it at the latest: a result says of which events it is, and the signature of a rotation holds where it stands. After
 * the last of them only a kept checkpoint tells.
 */
export function* forgeries(sound: Sound, { events }: Stage): Generator<Tampered> {
  const since = String(JSON.parse(sound.lines.at(-1) ?? ''));
  for (const [position, event] of events.entries()) {
    const dropped = events.toSpliced(position, 1);
    const twice = events.toSpliced(position, 0, event);
    for (const [kind, forged, first] of [
      ['forged: dropped', dropped, position],
      ['forged: twice', twice, position + 1],
    ] as const) {
      const pinned = forged.findIndex(
        ({ type }, index) => index >= first && (type === 'result.computed' || type === 'key.rotated'),
      );
      yield {
        kind,
        what: `${event.type} at ${position}`,
        edit: instead(sound, ...signedLines(sound, forged)),
        since,
        earliest: `permitted at ${first}`,
        latest: pinned < 0 ? 'since at null' : `results at ${pinned}`,
      };
    }
  }
}

function signedLines({ lines }: Sound, events: readonly object[]): string[] {
  const texts = events.map((event, position) => {
    const numbered: unknown = { ...event, position };
    if (!isJson(numbered)) throw new Error('no JSON');
    return canonicalJson(numbered);
  });
  return signedAnew([lines[0] ?? '', ...texts, '""'], LAST_KEY);
}
