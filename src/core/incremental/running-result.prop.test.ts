import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregate } from '../aggregate';
import { BASES, type Ballot, type Negotiation } from '../model';
import { negotiations } from '../testing/arbitrary-negotiation';
import { REPRODUCE, runs } from '../testing/property-runs';
import { RunningResult } from './running-result';

/** Of each stakeholder its newest ballot, as a state has it. */
function newestAlone(negotiation: Negotiation): Negotiation {
  const newest = new Map<number, Ballot>();
  for (const ballot of negotiation.ballots) {
    const before = newest.get(ballot.stakeholder);
    if (before === undefined || ballot.at >= before.at) newest.set(ballot.stakeholder, ballot);
  }
  return { ...negotiation, ballots: [...newest.values()] };
}

const changes = fc.array(
  fc.record({
    stakeholder: fc.nat(),
    /** Whose ballot of the drawn ones is cast, or whether it is withdrawn, or an abstention. */
    kind: fc.constantFrom('theirs', 'theirs', 'same', 'withdrawn', 'abstain', 'acknowledged'),
    ballot: fc.nat(),
    /** Results are asked for in between, and sometimes several changes come at once. */
    asked: fc.boolean(),
  }),
  { maxLength: 12 },
);

it(`equals a full recomputation after every change, bit for bit (${REPRODUCE})`, { timeout: 300_000 }, () => {
  let asked = 0;
  fc.assert(
    fc.property(negotiations(), changes, (drawn, script) => {
      let now = newestAlone(drawn);
      const running = new RunningResult(now);
      const expectSame = () => {
        asked += 1;
        for (const basis of BASES) {
          const whole = aggregate(now, { basis });
          expect(JSON.stringify(running.result(basis))).toBe(JSON.stringify(whole));
          const verdicts = whole.profiles.map((profile) =>
            profile.verdict === 'default' ? null : profile.verdict,
          );
          expect(running.verdicts(basis)).toEqual(verdicts);
        }
      };
      expectSame();
      for (const { stakeholder, kind, ballot: which, asked: isAsked } of script) {
        const i = stakeholder % drawn.stakeholders.length;
        if (kind === 'acknowledged') {
          const acknowledgement = drawn.acknowledgements[which % Math.max(1, drawn.acknowledgements.length)];
          if (acknowledgement === undefined) continue;
          const acknowledgements = [...now.acknowledgements, { ...acknowledgement, stakeholder: i }];
          now = { ...now, acknowledgements };
          running.acknowledge({ ...acknowledgement, stakeholder: i });
        } else {
          const before = now.ballots.find((ballot) => ballot.stakeholder === i) ?? null;
          const ballot = changed(kind, i, before, drawn.ballots[which % Math.max(1, drawn.ballots.length)]);
          const others = now.ballots.filter((other) => other.stakeholder !== i);
          now = { ...now, ballots: ballot === null ? others : [...others, ballot] };
          running.replace(i, ballot);
        }
        if (isAsked) expectSame();
      }
      expectSame();
    }),
    runs(150),
  );
  expect(asked).toBeGreaterThan(150);
});

function changed(
  kind: 'theirs' | 'same' | 'withdrawn' | 'abstain',
  stakeholder: number,
  before: Ballot | null,
  drawn: Ballot | undefined,
): Ballot | null {
  if (kind === 'withdrawn' || drawn === undefined) return null;
  if (kind === 'same') return before === null ? null : { ...before };
  const content = kind === 'abstain' ? ({ kind: 'abstain' } as const) : drawn.content;
  return { ...drawn, stakeholder, content, ...(kind === 'abstain' && { without: new Map() }) };
}
