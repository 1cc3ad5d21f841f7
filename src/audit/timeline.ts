import type { Openings } from '@/negotiation/decide/decision';
import { type Event, parseEvent } from '@/negotiation/events/event';
import { step } from '@/negotiation/evolve';
import { thaw } from '@/negotiation/evolve/kernel';
import { toFile } from '@/negotiation/export';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { NegotiationState } from '@/negotiation/state';
import { kindOf } from './bundle';
import { type Followed, followBundle } from './follow';
import { linesOf } from './lines';
import { Snapshots } from './snapshots';
import { Utterances } from './utterances';

/** A bundle's bytes from an offset to the end; read as often as asked. */
export type BundleBytes = (offset: number) => AsyncIterable<Uint8Array>;

/** The state after an event. It is written in place: take from it what is to stay before the next is asked for. */
export interface Moment {
  readonly state: NegotiationState;
  readonly event: Event;
}

const MARKED = ['round.opened', 'round.closed', 'briefing.published', 'negotiation.concluded'] as const;

/** Where something happened that readers find their way by. */
export interface Mark {
  readonly position: number;
  readonly at: string;
  readonly type: (typeof MARKED)[number];
  /** The round's number, the briefing's title; empty for a conclusion. */
  readonly what: string;
}

export interface Acknowledged {
  readonly position: number;
  readonly at: string;
  readonly stakeholder: string;
  readonly briefing: string;
}

export type OpenedTimeline =
  | { readonly kind: 'open'; readonly timeline: Timeline }
  | Exclude<Followed, { readonly kind: 'read' }>;

/**
 * Reads a bundle once, each event judged as by `followBundle`, and keeps what it takes to go back to any position:
 * states at intervals, and where in the bytes they stand. The events themselves stay in the bundle.
 */
export async function openTimeline(
  bytes: BundleBytes,
  onEvent?: (position: number) => void,
): Promise<OpenedTimeline> {
  const snapshots = new Snapshots();
  const utterances = new Utterances();
  const marks: Mark[] = [];
  const acknowledged: Acknowledged[] = [];
  const instants: string[] = [];
  // Where the line that was read last begins: what is told `after` an event is told when the next line is there.
  let start = 0;
  async function* counted() {
    let end = 0;
    for await (const line of linesOf(bytes(0))) {
      start = end;
      end += line.length + 1;
      yield line;
    }
  }
  const followed = await followBundle(counted(), {
    after: (state, event) => {
      snapshots.offer(state, event, start);
      utterances.take(state, event);
      instants.push(event.at);
      const mark = markOf(event);
      if (mark !== null) marks.push(mark);
      acknowledged.push(...acknowledgementsIn(state, event));
      onEvent?.(event.position);
    },
  });
  if (followed.kind !== 'read') return followed;
  const { state, walk } = followed;
  if (state === null) return { kind: 'unreadable', message: 'the bundle has no events' };
  const parts = { bytes, snapshots, utterances, marks, acknowledged, instants, last: state };
  return { kind: 'open', timeline: new Timeline(parts, walk.openings) };
}

/** A history that can be looked at as of any of its positions. */
export class Timeline {
  constructor(
    private readonly parts: {
      readonly bytes: BundleBytes;
      readonly snapshots: Snapshots;
      readonly utterances: Utterances;
      readonly marks: readonly Mark[];
      readonly acknowledged: readonly Acknowledged[];
      readonly instants: readonly string[];
      readonly last: NegotiationState;
    },
    readonly openings: Openings,
  ) {}

  get size(): number {
    return this.parts.last.position + 1;
  }

  /** When each event happened, by position. */
  get instants(): readonly string[] {
    return this.parts.instants;
  }

  get marks(): readonly Mark[] {
    return this.parts.marks;
  }

  get acknowledged(): readonly Acknowledged[] {
    return this.parts.acknowledged;
  }

  get utterances(): Utterances {
    return this.parts.utterances;
  }

  /** The state at the end. */
  get last(): NegotiationState {
    return this.parts.last;
  }

  /** Whom and what the log speaks of at its end, without ballots. */
  get frame(): NegotiationFile {
    return toFile(this.last, { ballots: 'none' });
  }

  /** The state as of a position, `0 ≤ position < size`: a snapshot and the events after it, read again. */
  async at(position: number): Promise<Moment> {
    for await (const moment of this.moments(position, position)) return moment;
    throw new RangeError(`no position ${position} in a log of ${this.size} events`);
  }

  /** The states as of `from`, `from + 1`, … up to `to`, one by one. */
  async *moments(from: number, to: number): AsyncGenerator<Moment> {
    const snapshot = this.parts.snapshots.before(from);
    if (snapshot === undefined || from > to) return;
    let state = thaw(snapshot.state);
    if (state.position === from) yield { state, event: snapshot.event };
    if (state.position >= to) return;
    for await (const line of linesOf(this.parts.bytes(snapshot.offset))) {
      if (kindOf(line) !== 'event') continue;
      const event = eventOf(line);
      if (event.position <= state.position) continue;
      state = step(state, event);
      if (event.position >= from) yield { state, event };
      if (event.position >= to) return;
    }
  }
}

/** The line was read and judged before: only other bytes in its place can fail. */
function eventOf(line: Uint8Array): Event {
  const read = parseEvent(line);
  if (!read.ok) throw new Error(`the bundle has changed since it was read: ${read.message}`);
  return read.event;
}

function markOf({ type, data, position, at }: Event): Mark | null {
  switch (type) {
    case 'round.opened':
    case 'round.closed':
      return { position, at, type, what: String(data.round) };
    case 'briefing.published':
      return { position, at, type, what: data.briefing.title };
    case 'negotiation.concluded':
      return { position, at, type, what: '' };
    default:
      return null;
  }
}

/** Imported ones stand at the position of the import, at their own instants. */
function acknowledgementsIn(state: NegotiationState, { type, data, position, at }: Event): Acknowledged[] {
  if (type === 'negotiation.imported') {
    return state.acknowledgements.map((each) => ({
      position,
      at: each.at,
      stakeholder: each.stakeholder,
      briefing: each.briefing,
    }));
  }
  if (type !== 'briefing.acknowledged') return [];
  return [{ position, at, stakeholder: data.stakeholder, briefing: data.briefing }];
}
