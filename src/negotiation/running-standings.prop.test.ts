import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BallotChanges, ballotChanges } from './changes-of-ballots';
import { standingsOf } from './result';
import { RunningStandings } from './running-standings';
import { isAggregatable } from './standing-access';
import type { NegotiationState } from './state';
import { doings } from './testing/commands';
import { A, B, C, closed, drafted, opened, type Stage } from './testing/stage';

const starts = fc.constantFrom<() => Stage>(
  () => drafted(),
  () => opened(),
  () => opened('sealed'),
  () => closed(),
);
const score = fc.integer({ min: 0, max: 100 });
/** Ballots more often than they come among all commands. */
const casts = fc
  .record({
    who: fc.constantFrom(['a', A], ['b', B], ['c', C]),
    base: score,
    deal: score,
    none: fc.boolean(),
  })
  .map(({ who: [stakeholder = '', actor = ''], base, deal, none }) => {
    const ballot = none ? { abstain: true } : { scores: { base, deal } };
    return [actor, { kind: 'castBallot', stakeholder, ballot }] as const;
  });
const steps = fc.array(fc.oneof(casts, doings), { minLength: 1, maxLength: 20 });

function verdictsOf(state: NegotiationState) {
  const { stated, informed } = standingsOf(state);
  const on = ({ basis, profiles }: typeof stated) => ({
    basis,
    profiles: profiles.map(({ id, verdict }) => ({ id, verdict })),
  });
  return { stated: on(stated), informed: on(informed) };
}

it('told of each change of ballots they equal those of the state, and anything else is told apart', () => {
  let told = 0;
  fc.assert(
    fc.property(starts, steps, (start, script) => {
      const stage = start();
      let known: { readonly state: NegotiationState; readonly running: RunningStandings } | null = null;
      for (const [actor, command] of script) {
        const decided = stage.wait(0).attempt(actor, command);
        if (!decided.ok) continue;
        stage.take(actor, decided.value);
        const state = stage.known;
        if (!isAggregatable(state)) {
          known = null;
          continue;
        }
        const changes: BallotChanges | null = known && ballotChanges(known.state, state);
        const running: RunningStandings =
          known === null || changes === null ? new RunningStandings(state) : known.running;
        if (changes !== null) {
          running.change(JSON.parse(JSON.stringify(changes)));
          if (changes.votes.length > 0) told += 1;
        }
        expect(JSON.stringify(running.standings())).toBe(JSON.stringify(standingsOf(state)));
        expect(running.verdicts()).toEqual(verdictsOf(state));
        known = { state, running };
      }
    }),
    { numRuns: 150 },
  );
  // Otherwise everything was made anew, and nothing was tried.
  expect(told).toBeGreaterThan(100);
});

it('a state that was read anew is no change of ballots', () => {
  const state = opened().known;
  expect(ballotChanges(state, state)).toEqual({ votes: [], acknowledgements: [] });
  expect(ballotChanges(state, JSON.parse(JSON.stringify(state)))).toBeNull();
  expect(ballotChanges({ ...state, position: state.position + 1 }, state)).toBeNull();
});
