/** What one transaction adds to a log: built in memory while `decide` judges, written in one statement. */
import { canonicalJson } from '@/ledger/canonical';
import { utf8 } from '@/ledger/hash';
import { leafHash } from '@/ledger/tree';
import type { Decision, Opening } from '@/negotiation/decide/decision';
import type { NewEvent } from '@/negotiation/events/catalogue';
import { type Event, eventText, isEvent, isJson, sealEnvelope } from '@/negotiation/events/event';
import { evolve } from '@/negotiation/evolve';
import type { BallotBody } from '@/negotiation/file/model';
import type { NegotiationState } from '@/negotiation/state';

export interface EventRow {
  readonly event: Event;
  readonly text: string;
  readonly leaf: Uint8Array;
}

export interface TextRow {
  readonly position: number;
  readonly salt: string;
  readonly hash: string;
  readonly text: string;
}

export interface SealedRow extends Opening {
  readonly position: number;
  /** Canonical ballot. */
  readonly text: string;
}

export interface IdempotencyRow {
  readonly userId: string;
  readonly key: string;
  readonly body: string;
  readonly position: number;
}

/** A draft of a ballot: who was writing it, for whom. */
export interface DraftPlace {
  readonly userId: string;
  readonly stakeholder: string;
}

/** The head of a log as it stood when it was locked. */
export interface Head {
  readonly size: number;
  /** `at` of the newest event; `null` for an empty log. */
  readonly at: string | null;
  readonly epoch: number;
  /** The database's clock, read after the lock. */
  readonly now: string;
}

export class Page {
  readonly log: string;
  readonly events: EventRow[] = [];
  readonly texts: TextRow[] = [];
  readonly sealed: SealedRow[] = [];
  readonly keys: IdempotencyRow[] = [];
  /** What was being written, and has been cast. */
  readonly drafts: DraftPlace[] = [];
  /** Hashes of texts to be forgotten. */
  readonly redacted: string[] = [];
  readonly #start: number;
  #state: NegotiationState | null;
  #at: string | null;
  epoch: number;

  constructor(log: string, head: Head, state: NegotiationState | null) {
    this.log = log;
    this.#start = head.size;
    this.#state = state;
    this.#at = head.at;
    this.epoch = head.epoch;
  }

  get state(): NegotiationState | null {
    return this.#state;
  }

  /** Number of events once this page is written. */
  get size(): number {
    return this.#start + this.events.length;
  }

  /** `at` of the newest event. */
  get at(): string | null {
    return this.#at;
  }

  /** The instant that an event added at `now` carries: time never runs back within a log. RFC 3339 compares as text. */
  instant(now: string): string {
    return this.#at !== null && this.#at > now ? this.#at : now;
  }

  /** What a seal of this page opens to. */
  opening(commitment: string): Opening | undefined {
    return this.sealed.find((row) => row.commitment === commitment);
  }

  /** @returns the position of the first event of the decision. */
  add(actor: string, at: string, decision: Decision): number {
    const first = this.size;
    for (const newEvent of decision.events) this.addEvent(actor, at, newEvent);
    for (const text of decision.texts)
      this.texts.push({ ...text, position: this.#holderOf(first, text.hash) });
    for (const opening of decision.openings) {
      const position = this.#holderOf(first, opening.commitment);
      this.sealed.push({ ...opening, position, text: ballotText(opening.ballot) });
    }
    this.redacted.push(...decision.redacted);
    return first;
  }

  addEvent(actor: string, at: string, newEvent: NewEvent): void {
    const event = sealEnvelope(this.log, this.size, at, actor, newEvent);
    if (!isEvent(event)) throw new Error(`what was decided is no ${newEvent.type} of the catalogue`);
    const text = eventText(event);
    this.#state = evolve(this.#state, event);
    this.#at = at;
    this.events.push({ event, text, leaf: leafHash(utf8(text)) });
  }

  /** The event of the decision that holds this hash. */
  #holderOf(first: number, hash: string): number {
    const row = this.events.slice(first - this.#start).find(({ text }) => text.includes(hash));
    if (row === undefined) throw new Error('a decision keeps a text that none of its events holds');
    return row.event.position;
  }
}

function ballotText(ballot: BallotBody): string {
  if (!isJson(ballot)) throw new TypeError('a ballot holds what JSON cannot');
  return canonicalJson(ballot);
}
