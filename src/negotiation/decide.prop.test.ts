import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Command } from './command';
import { eventText, isEvent, parseEvent, sealEnvelope } from './events/event';
import { evolve, replay } from './evolve';
import { toFile } from './export';
import { validateNegotiation } from './file/read';
import { judge } from './judge';
import { standingOf } from './result';
import { faultsOfWhole } from './rules/whole';
import { standingAccess } from './standing-access';
import type { NegotiationState } from './state';
import { doings } from './testing/commands';
import { closed, drafted, opened, type Stage } from './testing/stage';

const starts = fc.constantFrom<() => Stage>(
  () => drafted(),
  () => opened(),
  () => opened('sealed'),
  () => opened('private'),
  () => closed(),
  () => closed('sealed'),
  () => closed('private'),
);
const steps = fc.array(fc.tuple(doings, fc.constantFrom(0, 0, 0, 0, 1, 3)), { minLength: 1, maxLength: 25 });

/** Writing into a state that others hold throws. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** Plays what can be played; every refusal leaves the stage as it was. Gives how many commands were done. */
function play(
  stage: Stage,
  script: readonly (readonly [readonly [actor: string, command: Command], hours: number])[],
): number {
  let done = 0;
  for (const [[actor, command], hours] of script) {
    const before = stage.known;
    const decided = stage.wait(hours).attempt(actor, command);
    if (!decided.ok) {
      expect(decided.error.message.text).toMatch(/\S\.$/);
      continue;
    }
    done += 1;
    let state: NegotiationState = before;
    for (const made of decided.value.events) {
      const event = sealEnvelope(stage.log, state.position + 1, stage.now, actor, made);
      expect(isEvent(event), JSON.stringify(event)).toBe(true);
      expect(parseEvent(eventText(event))).toEqual({ ok: true, event });
      expect(judge(state, event, { openings: (commitment) => stage.openings.get(commitment) })).toBeNull();
      state = evolve(frozen(state), event);
    }
    expect(state.owes).toEqual([]);
    stage.take(actor, decided.value);
    expect(stage.known).toEqual(state);
  }
  return done;
}

it('never throws, and makes only events that fit their schema and are permitted', () => {
  let done = 0;
  fc.assert(
    fc.property(starts, steps, (start, script) => {
      done += play(start(), script);
    }),
    { numRuns: 150 },
  );
  // Otherwise the scripts try nothing: at least one command in twenty is to be done.
  expect(done).toBeGreaterThan(90);
});

it('a replay of the events, from their bytes or from a snapshot, is the state', () => {
  fc.assert(
    fc.property(starts, steps, fc.nat(), (start, script, cut) => {
      const stage = start();
      play(stage, script);
      const events = stage.events.map((event) => {
        const parsed = parseEvent(eventText(event));
        if (!parsed.ok) throw new Error(parsed.message);
        return parsed.event;
      });
      expect(replay(events)).toEqual(stage.state);
      const at = 1 + (cut % (events.length - 1));
      const snapshot: NegotiationState | null = JSON.parse(JSON.stringify(replay(events.slice(0, at))));
      expect(replay(events.slice(at), snapshot)).toEqual(stage.state);
    }),
    { numRuns: 60 },
  );
});

it('once a round has opened, every state exports a valid file that can be aggregated', () => {
  fc.assert(
    fc.property(starts, steps, (start, script) => {
      const stage = start();
      play(stage, script);
      if (stage.known.rounds.length === 0) return;
      const openings = (commitment: string) => stage.openings.get(commitment);
      expect(faultsOfWhole(stage.known)).toEqual([]);
      const judged = validateNegotiation(toFile(stage.known, { openings }));
      expect(judged.ok ? [] : judged.faults).toEqual([]);
      const facilitator = { roles: ['facilitator'] as const, stakeholders: [], signedIn: true };
      if (standingAccess(stage.known, facilitator).kind === 'live')
        standingOf(stage.known, 'informed', openings);
    }),
    { numRuns: 100 },
  );
});
