import { describe, expect, it } from 'vitest';
import { isAdequate } from '../coalition';
import { toFile } from '../export';
import type { FrameChange } from '../state';
import { A, AUDITOR, B, BALLOT, C, closed, drafted, FACILITATOR, opened } from '../testing/stage';

/** No moving of goalposts (product.md §2). a, b and c hold 50, 30 and 20; more than half is adequate. */

const byHeads: FrameChange = { type: 'rule.set', data: { rule: { members: { atLeast: 2 } } } };
const asked = (change: FrameChange = byHeads) => {
  const stage = closed().do(FACILITATOR, 'askConsent', { change, note: 'Weights have changed.' });
  return { stage, consent: stage.known.position };
};

describe('consent', () => {
  it('changes the frame once those who consent are adequate under the old rule', () => {
    const { stage, consent } = asked();
    stage.do(A, 'giveConsent', { consent, stakeholder: 'a' });
    expect(stage.known.rule).toEqual({ quota: { dimension: 'power', moreThan: '1/2' } });
    stage.do(C, 'giveConsent', { consent, stakeholder: 'c' });
    expect(stage.types(2)).toEqual(['consent.given', 'rule.set']);
    expect(stage.known.rule).toEqual(byHeads.data.rule);
    expect(stage.known.consents[0]?.status).toBe('adopted');
  });

  it('is not enough by those who would be adequate only under the new rule', () => {
    const { stage, consent } = asked();
    stage
      .do(B, 'giveConsent', { consent, stakeholder: 'b' })
      .do(C, 'giveConsent', { consent, stakeholder: 'c' });
    expect(stage.known.rule).not.toEqual(byHeads.data.rule);
  });

  it('is given for exactly one change, once', () => {
    const { stage, consent } = asked();
    stage.do(A, 'giveConsent', { consent, stakeholder: 'a' });
    expect(stage.refused(A, 'giveConsent', { consent, stakeholder: 'a' })).toBe('consent.same');
    expect(stage.refused(A, 'giveConsent', { consent: 1, stakeholder: 'a' })).toBe('consent.unknown');
    stage.do(B, 'giveConsent', { consent, stakeholder: 'b' });
    expect(stage.refused(C, 'giveConsent', { consent, stakeholder: 'c' })).toBe('consent.settled');
  });

  it('can be taken back until it is decided', () => {
    const { stage, consent } = asked();
    stage
      .do(A, 'giveConsent', { consent, stakeholder: 'a' })
      .do(A, 'refuseConsent', { consent, stakeholder: 'a', reason: 'On reflection, no.' })
      .do(B, 'giveConsent', { consent, stakeholder: 'b' });
    expect(stage.known.consents[0]?.status).toBe('asked');
  });

  it('is asked for by facilitators, given by delegates', () => {
    const { stage, consent } = asked();
    expect(stage.refused(A, 'askConsent', { change: byHeads, note: null })).toBe('forbidden.facilitator');
    for (const actor of [FACILITATOR, AUDITOR, B]) {
      expect(stage.refused(actor, 'giveConsent', { consent, stakeholder: 'a' })).toBe('forbidden.delegate');
    }
  });

  it('lapses when the next round opens', () => {
    const { stage, consent } = asked();
    stage.do(FACILITATOR, 'openRound', { deadline: null }).do(FACILITATOR, 'closeRound', {});
    expect(stage.refused(A, 'giveConsent', { consent, stakeholder: 'a' })).toBe('consent.settled');
  });

  it('lapses when another change is adopted: it was asked about a frame that is no more', () => {
    const { stage, consent } = asked();
    stage.do(FACILITATOR, 'askConsent', {
      change: { type: 'stakeholder.removed', data: { id: 'c' } },
      note: null,
    });
    const other = stage.known.position;
    stage
      .do(A, 'giveConsent', { consent: other, stakeholder: 'a' })
      .do(B, 'giveConsent', { consent: other, stakeholder: 'b' });
    expect(stage.refused(A, 'giveConsent', { consent, stakeholder: 'a' })).toBe('consent.settled');
  });

  it.each<[string, FrameChange, string]>([
    [
      'a rule that nobody can meet',
      { type: 'rule.set', data: { rule: { quota: { dimension: 'power', moreThan: '1/1' } } } },
      'rule.faults',
    ],
    [
      'a rule over nothing',
      { type: 'rule.set', data: { rule: { quota: { dimension: 'votes', moreThan: '1/2' } } } },
      'rule.faults',
    ],
    ['a dimension in the rule gone', { type: 'dimension.removed', data: { id: 'power' } }, 'used.rule'],
    ['an unknown stakeholder gone', { type: 'stakeholder.removed', data: { id: 'z' } }, 'unknown.id'],
    [
      'a default that relies on something',
      { type: 'profile.admitted', data: { profile: 'deal', asDefault: true } },
      'profile.default-bare',
    ],
    [
      'a stakeholder there is',
      { type: 'stakeholder.added', data: { stakeholder: { id: 'a', name: 'A', kind: 'lab' } } },
      'exists.id',
    ],
  ])('is not asked about %s', (_, change, key) => {
    expect(closed().refused(FACILITATOR, 'askConsent', { change, note: null })).toBe(key);
  });

  it('is not asked about a change that breaks the rule for all', () => {
    const stage = drafted()
      .do(FACILITATOR, 'changeFrame', {
        change: { type: 'rule.set', data: { rule: { members: { atLeast: 3 } } } },
      })
      .do(FACILITATOR, 'openRound', { deadline: null })
      .do(FACILITATOR, 'closeRound', {});
    const change = { type: 'stakeholder.removed', data: { id: 'c' } } as const;
    expect(stage.refused(FACILITATOR, 'askConsent', { change, note: null })).toBe('rule.not-all');
  });

  it('makes another profile the default', () => {
    const stage = closed();
    stage.do(FACILITATOR, 'proposeProfile', {
      profile: { id: 'plain', title: 'Plain' },
      stakeholder: null,
      admit: true,
    });
    expect(stage.refused(FACILITATOR, 'admitProfile', { profile: 'plain', asDefault: true })).toBe(
      'frame.consent',
    );
    stage.do(FACILITATOR, 'askConsent', {
      change: { type: 'profile.admitted', data: { profile: 'plain', asDefault: true } },
      note: null,
    });
    const consent = stage.known.position;
    stage
      .do(A, 'giveConsent', { consent, stakeholder: 'a' })
      .do(B, 'giveConsent', { consent, stakeholder: 'b' });
    expect(
      toFile(stage.known)
        .profiles.filter((profile) => profile.default)
        .map(({ id }) => id),
    ).toEqual(['plain']);
  });
});

describe('who is removed by consent', () => {
  const removed = () => {
    const stage = opened()
      .do(C, 'castBallot', { stakeholder: 'c', ballot: BALLOT })
      .do(C, 'acknowledge', { stakeholder: 'c', briefing: 'facts' })
      .do(C, 'pledge', { stakeholder: 'c', profile: 'deal', condition: null })
      .do(A, 'pledge', { stakeholder: 'a', profile: 'deal', condition: { includes: ['c'] } })
      .do(B, 'pledge', { stakeholder: 'b', profile: 'deal', condition: { includes: ['a'] } })
      .do(C, 'assessThreat', {
        stakeholder: 'c',
        profile: 'deal',
        threat: 'misuse/oracle',
        change: [0, 0, 0],
        reason: null,
        evidence: null,
      })
      .do(C, 'assessAcuteRisk', { stakeholder: 'c', profile: 'deal', ends: 5, reason: null })
      .do(FACILITATOR, 'closeRound', {})
      .do(FACILITATOR, 'askConsent', {
        change: { type: 'stakeholder.removed', data: { id: 'c' } },
        note: null,
      });
    const consent = stage.known.position;
    return stage
      .do(A, 'giveConsent', { consent, stakeholder: 'a' })
      .do(B, 'giveConsent', { consent, stakeholder: 'b' });
  };

  it('takes along ballot, pledges, assessments and seat from the state, not from the history', () => {
    const stage = removed();
    const file = toFile(stage.known);
    expect(file.stakeholders.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(file.ballots).toBeUndefined();
    expect(file.threatAssessments).toBeUndefined();
    expect(file.acuteRiskAssessments).toBeUndefined();
    expect(file.acknowledgements).toBeUndefined();
    expect(file.pledges).toEqual([{ stakeholder: 'b', profile: 'deal', if: { includes: ['a'] } }]);
    expect(stage.types()).toContain('ballot.cast');
  });

  it('speaks no more, and its id stands for nobody else', () => {
    const stage = removed().do(FACILITATOR, 'openRound', { deadline: null });
    expect(stage.refused(C, 'castBallot', { stakeholder: 'c', ballot: BALLOT })).toBe('forbidden.delegate');
    stage.do(FACILITATOR, 'closeRound', {});
    const again: FrameChange = {
      type: 'stakeholder.added',
      data: { stakeholder: { id: 'c', name: 'C', kind: 'lab' } },
    };
    expect(stage.refused(FACILITATOR, 'askConsent', { change: again, note: null })).toBe('retired.id');
  });
});

it('a coalition is adequate by exact weights', () => {
  const frame = {
    rule: { quota: { dimension: 'power', moreThan: '1/2' } },
    stakeholders: ['a', 'b', 'c'].map((id, i) => ({
      id,
      name: id,
      kind: 'lab' as const,
      weights: { power: [50, 30, 20][i] ?? 0 },
    })),
  };
  expect(isAdequate(frame, new Set(['a']))).toBe(false);
  expect(isAdequate(frame, new Set(['b', 'c']))).toBe(false);
  expect(isAdequate(frame, new Set(['a', 'c']))).toBe(true);
  expect(
    isAdequate({ ...frame, rule: { quota: { dimension: 'power', atLeast: '1/2' } } }, new Set(['a'])),
  ).toBe(true);
  expect(isAdequate({ ...frame, rule: null }, new Set(['a', 'b', 'c']))).toBe(false);
});
