import { parseVerifierKey } from '@/ledger/note';
import type { Openings } from '@/negotiation/decide/decision';
import type { Event } from '@/negotiation/events/event';
import type { NegotiationState } from '@/negotiation/state';
import { kindOf, parseHeader, parseOpeningLine, parseTextLine } from './bundle';
import type { Failure } from './steps';
import { Walk } from './walk';

/** Whoever reads along. The state is written in place: take from it what is to stay. */
export interface Reader {
  /** Nothing after this position is read. */
  readonly until?: number;
  /** Before an event that the rules permit. */
  readonly before?: (state: NegotiationState, event: Event, openings: Openings) => void;
  /** After the event and the texts and openings that follow it. */
  readonly after?: (state: NegotiationState, event: Event, openings: Openings) => void;
}

export type Followed =
  | {
      readonly kind: 'read';
      readonly walk: Walk;
      /** `null` where there is no event at all. */
      readonly state: NegotiationState | null;
      /** Descriptions and summaries, by hash: the texts of a negotiation file. */
      readonly texts: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'fails'; readonly failure: Failure }
  | { readonly kind: 'unreadable'; readonly message: string };

const WITH_FILE_TEXTS: ReadonlySet<string> = new Set(['negotiation.described', 'profile.proposed']);

/**
 * Reads the events of a bundle up to a position, each judged by steps 1 to 5 and 7 of ledger.md §4: what does not
 * fit is not told as history. Results, tree and signature are `verifyBundle`'s.
 */
export async function followBundle(lines: AsyncIterable<Uint8Array>, reader: Reader = {}): Promise<Followed> {
  const { until = Number.POSITIVE_INFINITY, before, after } = reader;
  const walk = new Walk({ recompute: false, ...(before && { before }) });
  const texts = new Map<string, string>();
  let newest: Event | null = null;
  let header = false;
  const settle = () => {
    if (newest !== null && walk.state !== null) after?.(walk.state, newest, walk.openings);
  };
  for await (const line of lines) {
    if (!header) {
      const read = parseHeader(line);
      if (read === null || parseVerifierKey(read.key) === null) break;
      header = true;
      continue;
    }
    const kind = kindOf(line);
    if (kind === 'checkpoint' || (kind === 'event' && walk.next > until)) break;
    if (kind === 'event') {
      settle();
      const event = walk.event(line);
      if ('step' in event) return { kind: 'fails', failure: event };
      newest = event;
    } else if (kind === 'opening') {
      const opening = walk.opening(parseOpeningLine(line));
      if ('step' in opening) return { kind: 'fails', failure: opening };
    } else {
      const text = walk.text(parseTextLine(line));
      if ('step' in text) return { kind: 'fails', failure: text };
      if (newest !== null && WITH_FILE_TEXTS.has(newest.type)) texts.set(text.hash, text.text);
    }
  }
  if (!header) {
    return { kind: 'unreadable', message: 'not an audit bundle: the first line is no parley-audit/1 header' };
  }
  settle();
  return { kind: 'read', walk, state: walk.state, texts };
}
