import type { Fault } from './file/model';

/** Why a command was refused, for whoever must answer it (HTTP, tRPC). */
export const REFUSAL_CODES = ['forbidden', 'not-found', 'invalid', 'conflict', 'closed'] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A sentence: its key in messages/en/refusals.json, the values in it, and the English of it. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly text: string;
}

/** An expected failure: nothing has changed. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: Sentence;
  /** Faults of what was given, each with its path in it. */
  readonly faults?: readonly Fault[];
}

export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };
