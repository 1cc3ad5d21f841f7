import { z } from 'zod';
import { canonicalJson, type JsonValue, readCanonical } from '@/ledger/canonical';
import {
  CATALOGUE,
  type EventData,
  type EventType,
  type EventVersion,
  isEventType,
  type NewEvent,
  versionOf,
} from './catalogue';
import { quickly } from './fits';
import { actor, id, instant, position } from './scalars';

const envelope = z.strictObject({
  v: z.literal([1, 2]),
  log: id,
  position,
  at: instant,
  actor,
  type: z.string(),
  data: z.unknown(),
});

export type EventOf<T extends EventType> = {
  /** That of its type. */
  readonly v: EventVersion;
  readonly log: string;
  readonly position: number;
  /** RFC 3339, UTC, three decimals. Never before the predecessor's. */
  readonly at: string;
  /** A pseudonym within the log, or `system`. */
  readonly actor: string;
  readonly type: T;
  readonly data: EventData<T>;
};

/** An event of the ledger (ledger.md §1), discriminated by `type`. */
export type Event = { [T in EventType]: EventOf<T> }[EventType];

/** Puts the envelope about what `decide` made. */
export function sealEnvelope(
  log: string,
  position: number,
  at: string,
  actor: string,
  newEvent: NewEvent,
): Event {
  return { v: versionOf(newEvent.type), log, position, at, actor, ...newEvent };
}

/** The canonical text of an event (RFC 8785): what is hashed, stored and exported, in UTF-8. */
export function eventText(event: Event): string {
  if (!isJson(event)) throw new TypeError(`event ${event.position} holds what JSON cannot`);
  return canonicalJson(event);
}

/** Whether an object is an event of the catalogue. No schema changes what it reads, so that none need be copied. */
export function isEvent(value: unknown): value is Event {
  return fitsQuickly(value) || faultOf(value) === null;
}

export type ParsedEvent =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly step: 'json' | 'canonical' | 'schema'; readonly message: string };

/** Reads an event from its canonical bytes or text: refuses any other form of it (ledger.md §4). */
export function parseEvent(bytes: Uint8Array | string): ParsedEvent {
  const read = readCanonical(bytes);
  if (!read.ok) return read;
  const { value } = read;
  if (isEvent(value)) return { ok: true, event: value };
  return { ok: false, step: 'schema', message: faultOf(value) ?? 'no event of the catalogue' };
}

const decoder = new TextDecoder();

/** Reads an event from bytes of which `parseEvent` has found that they hold one, without looking again. */
export function readSoundEvent(bytes: Uint8Array): Event {
  return JSON.parse(decoder.decode(bytes));
}

const outerFits = quickly(envelope);
const dataFits = new Map(Object.entries(CATALOGUE).map(([type, schema]) => [type, quickly(schema)]));

/** The same as finding no fault, at a fifth of the cost; false where that is to be looked for. */
function fitsQuickly(value: unknown): boolean {
  if (!outerFits(value) || typeof value !== 'object' || value === null) return false;
  if (!('type' in value && 'data' in value && 'v' in value) || typeof value.type !== 'string') return false;
  if (!isEventType(value.type) || value.v !== versionOf(value.type)) return false;
  return dataFits.get(value.type)?.(value.data) === true;
}

function faultOf(value: unknown): string | null {
  const outer = envelope.safeParse(value);
  if (!outer.success) return firstIssue(outer.error);
  const { type, data, v } = outer.data;
  if (!isEventType(type)) return `type: ${JSON.stringify(type)} is not in the catalogue`;
  if (v !== versionOf(type)) return `v: ${type} is of version ${versionOf(type)}, not ${v}`;
  const inner = CATALOGUE[type].safeParse(data);
  return inner.success ? null : `data.${firstIssue(inner.error)}`;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : error.message;
}

/** Whether a value is of JSON. An absent member may be `undefined`, as canonicalJson takes it. */
export function isJson(value: unknown): value is JsonValue {
  if (value === null) return true;
  if (typeof value !== 'object') return ['boolean', 'number', 'string'].includes(typeof value);
  if (Array.isArray(value)) return value.every(isJson);
  return Object.values(value).every((member) => member === undefined || isJson(member));
}
