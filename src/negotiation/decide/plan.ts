import type { NewEvent } from '../events/catalogue';
import type { Refusal, Result } from '../refusal';
import { saltedHash } from '../salted-text';
import type { NegotiationState } from '../state';
import type { DecideContext, Opening, SaltedText } from './decision';

/** What a command comes to before it is judged: its events, and what is kept or forgotten beside the log. */
export interface Plan {
  readonly events: readonly NewEvent[];
  readonly texts?: readonly SaltedText[];
  readonly openings?: readonly Opening[];
  readonly redacted?: readonly string[];
}

export type Planned = Result<Plan, Refusal>;

/** What a planner works with. */
export interface Desk {
  readonly state: NegotiationState;
  readonly context: DecideContext;
}

export function plan(...events: readonly NewEvent[]): Planned {
  return { ok: true, value: { events } };
}

export function no(error: Refusal): Planned {
  return { ok: false, error };
}

/** Takes free texts in, each under a salt of its own, and hands out their hashes (ledger.md §1). */
export class Prose {
  readonly texts: SaltedText[] = [];

  constructor(private readonly context: Pick<DecideContext, 'salt'>) {}

  hash(text: string): string {
    const salt = this.context.salt();
    const hash = saltedHash(salt, text);
    this.texts.push({ hash, salt, text });
    return hash;
  }

  maybe(text: string | null): string | null {
    return text === null ? null : this.hash(text);
  }

  plan(...events: readonly NewEvent[]): Planned {
    return { ok: true, value: { events, texts: this.texts } };
  }
}
