import { decide } from '../decide';
import type { Opening, SaltedText } from '../decide/decision';
import { type Event, sealEnvelope } from '../events/event';
import { step } from '../evolve';
import type { thaw } from '../evolve/kernel';
import type { Refusal } from '../refusal';
import type { NegotiationState } from '../state';
import type { PlayStep } from './play';

export interface PlayPorts {
  readonly log: string;
  readonly salt: () => string;
  /** A user's pseudonym in this log. */
  readonly pseudonymOf: (actor: string) => string;
}

export interface Played {
  readonly events: readonly Event[];
  readonly texts: readonly SaltedText[];
  readonly openings: readonly Opening[];
  readonly state: NegotiationState;
}

export type PlayOutcome =
  | { readonly ok: true; readonly value: Played }
  | { readonly ok: false; readonly step: PlayStep; readonly error: Refusal };

/** Steps through `decide`, as a server would append them: for `parley bundle`, and for tests. */
export function playThrough(steps: Iterable<PlayStep>, { log, salt, pseudonymOf }: PlayPorts): PlayOutcome {
  const events: Event[] = [];
  const texts: SaltedText[] = [];
  const kept = new Map<string, Opening>();
  let state: ReturnType<typeof thaw> | null = null;
  for (const play of steps) {
    const actor = pseudonymOf(play.actor);
    const openings = (commitment: string) => kept.get(commitment);
    const decided = decide(state, play.command, { log, actor, now: play.at, salt, openings });
    if (!decided.ok) return { ok: false, step: play, error: decided.error };
    for (const made of decided.value.events) {
      const event = sealEnvelope(log, events.length, play.at, actor, made);
      events.push(event);
      state = step(state, event);
    }
    texts.push(...decided.value.texts);
    for (const opening of decided.value.openings) kept.set(opening.commitment, opening);
  }
  if (state === null) throw new Error('there is nothing to play');
  return { ok: true, value: { events, texts, openings: [...kept.values()], state } };
}
