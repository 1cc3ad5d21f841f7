import type { Openings } from '../decide/decision';
import type { Refusal } from '../refusal';
import { type RefusalKey, refuse } from '../refusals';

/** Why an event is not permitted, or `null`. */
export type Judgement = Refusal | null;

/** What a judgement may need beside the state and the event. */
export interface JudgeOptions {
  readonly openings?: Openings;
}

/** The first refusal. Each is looked for only where there is none before it. */
export function first(...judgements: readonly (() => Judgement)[]): Judgement {
  for (const judge of judgements) {
    const refusal = judge();
    if (refusal !== null) return refusal;
  }
  return null;
}

export function unless(
  holds: boolean,
  key: RefusalKey,
  values: Readonly<Record<string, string | number>> = {},
): Judgement {
  return holds ? null : refuse(key, values);
}
