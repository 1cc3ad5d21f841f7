import { describe, expect, it } from 'vitest';
import { validateBallotBody, validateScoreEntry } from './validate-parts';
import { validateAdequacyRule, validateRule } from './validate-rule';

const frame = {
  profiles: new Map([
    ['race', new Set<string>()],
    ['pause', new Set(['shutdown'])],
  ]),
  criteria: new Set(['safety']),
};
const electorate = {
  dimensions: new Set(['compute', 'votes']),
  stakeholders: new Set(['a', 'b', 'c']),
  weighing: new Set(['compute']),
};

describe('one part of a file, judged on its own', () => {
  it('takes a ballot and drops nothing of it', () => {
    const ballot = {
      scores: { race: 1.5, pause: [0, 50, 100] },
      without: { pause: { shutdown: 3 } },
      provisional: true,
    };
    expect(validateBallotBody(ballot, frame)).toEqual({ ok: true, ballot });
    expect(validateBallotBody({ abstain: true }, frame)).toEqual({ ok: true, ballot: { abstain: true } });
  });

  it('words faults as those of a file, from the root that it is given', () => {
    const refused = validateBallotBody({ scores: { race: 101, peace: 1 } }, frame, 'input');
    expect(refused).toEqual({
      ok: false,
      faults: [
        { path: 'input.scores.race', message: '101 is above 100' },
        { path: 'input.scores.peace', message: 'no profile has the id "peace"' },
      ],
    });
    expect(validateBallotBody({ scores: { race: 101 } }, frame)).toMatchObject({
      faults: [{ path: 'scores.race' }],
    });
    expect(validateBallotBody('x', frame)).toEqual({
      ok: false,
      faults: [{ path: '$', message: '"x" is not an object' }],
    });
    expect(validateBallotBody({ scores: {}, stakeholder: 'a' }, frame)).toMatchObject({
      faults: [{ path: 'stakeholder', message: 'unknown key' }],
    });
  });

  it('takes any tree as the condition of a pledge, but only an adequate rule as a rule', () => {
    const always = { members: { atLeast: '0/1' } };
    expect(validateRule(always, electorate)).toEqual({ ok: true, rule: always });
    expect(validateAdequacyRule(always, electorate, 'rule')).toMatchObject({
      ok: false,
      faults: [{ path: 'rule' }],
    });
    const empty = { quota: { dimension: 'votes', moreThan: '1/2' } };
    expect(validateAdequacyRule(empty, electorate).ok).toBe(false);
    expect(validateAdequacyRule({ quota: { dimension: 'compute', moreThan: '1/2' } }, electorate).ok).toBe(
      true,
    );
    expect(validateRule({ members: { atLeast: 4 } }, electorate, 'if')).toEqual({
      ok: false,
      faults: [{ path: 'if.members.atLeast', message: '4 is above 3' }],
    });
  });

  it('takes one score', () => {
    expect(validateScoreEntry([1, 2.25, 3])).toEqual({ ok: true, score: [1, 2.25, 3] });
    expect(validateScoreEntry(1.005, 'best')).toEqual({
      ok: false,
      faults: [{ path: 'best', message: '1.005 has more than two decimals' }],
    });
  });
});
