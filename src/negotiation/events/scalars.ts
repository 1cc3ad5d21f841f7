import { z } from 'zod';
import { existsInCalendar } from '../calendar';

/** The small parts of event data (ledger.md §1; ids and instants as in negotiation-file.md). */

/** Ids of stakeholders, profiles, dimensions, …, of logs and of invitations. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/);

/** `word/word`: the form of a threat. */
export const threatId = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}\/[a-z0-9][a-z0-9._-]{0,63}$/);

/** A user's random name within one log. */
export const pseudonym = z.string().regex(/^u_[a-z0-9]{4,64}$/);

/** Who caused an event: a pseudonym, or `system`. */
export const actor = z.union([pseudonym, z.literal('system')]);

/** RFC 3339 in UTC with three decimals: compares as text. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(existsInCalendar, 'is no moment of the calendar');

/** An event's place in its log, from 0. */
export const position = z.int().min(0);

/** 32 bytes, lower-case hex: a SHA-256, a salt. */
const HEX_32 = /^[0-9a-f]{64}$/;

export const hex32 = z.string().regex(HEX_32);

/**
 * SHA-256(salt ‖ text) of what a person wrote (ledger.md §1). Salt and text stay beside the log, so that redaction
 * can delete both (docs/decisions/2026-11-24-salted-texts.md).
 */
export const textHash = z.string().regex(HEX_32);

/** A short text that stays readable in the log: a title, a label, a name, a strategy. */
export const label = z.string().max(10_000).refine(isStorable, 'is no text of Unicode without U+0000');

/** Room for a delegate's own signature over the ballot, base64 (ledger.md §1). Nothing reads it yet. */
export const signature = z.string().regex(/^[A-Za-z0-9+/]{1,1024}={0,2}$/);

/** Half of a surrogate pair has no UTF-8 and no canonical form, and U+0000 no place in the database. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
