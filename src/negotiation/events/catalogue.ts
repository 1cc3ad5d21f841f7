import type { z } from 'zod';
import { BALLOT_EVENTS } from './ballot';
import { FRAME_EVENTS, TERMS_EVENTS } from './frame';
import { BRIEFING_EVENTS, COMMENT_EVENTS, MEMBER_EVENTS } from './member';
import { NEGOTIATION_EVENTS } from './negotiation';
import { PROFILE_EVENTS } from './profile';
import { CONSENT_EVENTS, LOG_EVENTS, ROUND_EVENTS } from './round';
import { COMMITMENT_EVENTS, STATEMENT_EVENTS } from './statement';

/** Every type of event with the schema of its data: the catalogue of ledger.md §1, which is final, and what came since. */
export const CATALOGUE = {
  ...NEGOTIATION_EVENTS,
  ...FRAME_EVENTS,
  ...TERMS_EVENTS,
  ...PROFILE_EVENTS,
  ...MEMBER_EVENTS,
  ...BRIEFING_EVENTS,
  ...ROUND_EVENTS,
  ...CONSENT_EVENTS,
  ...BALLOT_EVENTS,
  ...STATEMENT_EVENTS,
  ...COMMENT_EVENTS,
  ...COMMITMENT_EVENTS,
  ...LOG_EVENTS,
} as const;

export type EventType = keyof typeof CATALOGUE;

/** The versions of the schema and of the rules by which events are judged (ledger.md §1). */
export type EventVersion = 1 | 2;

/**
 * What came after version 1. An event carries the version in which its type, as it stands, first was: what was
 * written before is read and judged as it ever was, and older verifiers say that they do not know what came since
 * (docs/decisions/2026-11-29-when-reports-are-due.md).
 */
const SINCE: { readonly [T in EventType]?: EventVersion } = { 'commitment.scheduled': 2 };

export function versionOf(type: EventType): EventVersion {
  return SINCE[type] ?? 1;
}
export type EventData<T extends EventType> = z.infer<(typeof CATALOGUE)[T]>;

/** What `decide` makes: the log adds the envelope. */
export type NewEventOf<T extends EventType> = { readonly type: T; readonly data: EventData<T> };
export type NewEvent = { [T in EventType]: NewEventOf<T> }[EventType];

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(CATALOGUE, type);
}

export const EVENT_TYPES: readonly EventType[] = Object.keys(CATALOGUE).filter(isEventType);
