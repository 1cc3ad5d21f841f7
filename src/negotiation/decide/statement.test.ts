import { describe, expect, it } from 'vitest';
import { toFile } from '../export';
import { A, AUDITOR, B, C, concluded, FACILITATOR, OBSERVER, opened } from '../testing/stage';

const threat = {
  stakeholder: 'a',
  profile: 'deal',
  threat: 'misuse/oracle',
  change: [-1, 0, 1] as const,
  reason: 'Said so.',
  evidence: null,
};

describe('an assessment', () => {
  it('replaces the one before it, in its place', () => {
    const stage = opened()
      .do(A, 'assessThreat', threat)
      .do(B, 'assessThreat', { ...threat, stakeholder: 'b' })
      .do(A, 'assessThreat', { ...threat, change: [0, 0, 0] });
    expect(
      toFile(stage.known).threatAssessments?.map(({ stakeholder, change }) => [stakeholder, change]),
    ).toEqual([
      ['a', [0, 0, 0]],
      ['b', [-1, 0, 1]],
    ]);
  });

  it('is by the stakeholder’s delegate, of a profile and a threat that there are', () => {
    const stage = opened();
    expect(stage.refused(B, 'assessThreat', threat)).toBe('forbidden.delegate');
    expect(stage.refused(A, 'assessThreat', { ...threat, profile: 'base' })).toBe('threat.default');
    expect(stage.refused(A, 'assessThreat', { ...threat, profile: 'moon' })).toBe('unknown.id');
    expect(stage.refused(A, 'assessThreat', { ...threat, threat: 'no/such' })).toBe('unknown.id');
    const risk = { stakeholder: 'a', profile: 'base', ends: [1, 2, 3.25] as const, reason: null };
    expect(stage.refused(A, 'assessAcuteRisk', { ...risk, profile: 'moon' })).toBe('unknown.id');
    stage.do(A, 'assessAcuteRisk', risk);
    expect(toFile(stage.known).acuteRiskAssessments).toEqual([
      { stakeholder: 'a', profile: 'base', ends: [1, 2, 3.25] },
    ]);
  });
});

describe('a pledge', () => {
  const pledge = { stakeholder: 'a', profile: 'deal', condition: { includes: ['b'] } };

  it('has a condition, is replaced by a newer one, and can be withdrawn', () => {
    const stage = opened()
      .do(A, 'pledge', pledge)
      .do(A, 'pledge', { ...pledge, condition: null });
    expect(toFile(stage.known).pledges).toEqual([{ stakeholder: 'a', profile: 'deal' }]);
    stage.do(A, 'withdrawPledge', { stakeholder: 'a', profile: 'deal' });
    expect(toFile(stage.known).pledges).toBeUndefined();
    expect(stage.refused(A, 'withdrawPledge', { stakeholder: 'a', profile: 'deal' })).toBe('pledge.none');
  });

  it('may ask for what nobody meets, but not for what there is not', () => {
    const stage = opened();
    const never = { quota: { dimension: 'power', moreThan: '1/1' } };
    expect(stage.refused(A, 'pledge', { ...pledge, condition: never })).toBeNull();
    expect(stage.refused(A, 'pledge', { ...pledge, condition: { includes: ['z'] } })).toBe('rule.faults');
    expect(stage.refused(A, 'pledge', { ...pledge, profile: 'moon' })).toBe('unknown.id');
    expect(stage.refused(B, 'pledge', pledge)).toBe('forbidden.delegate');
  });
});

describe('a comment', () => {
  const comment = {
    topic: { kind: 'profile', id: 'deal' },
    replyTo: null,
    argument: 'for',
    stakeholder: 'a',
    text: 'Good.',
  } as const;

  it('is by facilitators and delegates, about something', () => {
    const stage = opened();
    for (const actor of [OBSERVER, AUDITOR, 'system'])
      expect(stage.refused(actor, 'postComment', comment)).toBe('forbidden.talker');
    expect(stage.refused(B, 'postComment', comment)).toBe('forbidden.delegate');
    expect(stage.refused(A, 'postComment', { ...comment, topic: { kind: 'profile', id: 'moon' } })).toBe(
      'unknown.id',
    );
    expect(stage.refused(A, 'postComment', { ...comment, replyTo: 3 })).toBe('comment.unknown');
    expect(stage.refused(FACILITATOR, 'postComment', { ...comment, stakeholder: null })).toBeNull();
  });

  it('is edited by its author, and redacted by a facilitator too: its texts go, the history stays', () => {
    const stage = opened().do(A, 'postComment', comment);
    const position = stage.known.position;
    expect(stage.refused(FACILITATOR, 'editComment', { comment: position, text: 'Bad.' })).toBe(
      'forbidden.author',
    );
    stage.do(A, 'editComment', { comment: position, text: 'Very good.' });
    expect(stage.refused(B, 'redactComment', { comment: position, reason: null })).toBe('forbidden.author');
    stage.do(FACILITATOR, 'redactComment', { comment: position, reason: 'Names a person.' });
    const redacted = stage.decisions.at(-1)?.redacted ?? [];
    expect(redacted.map((hash) => stage.texts.get(hash))).toEqual(['Good.', 'Very good.']);
    expect(stage.known.comments[position]?.text).toBeNull();
    expect(stage.refused(A, 'editComment', { comment: position, text: 'Good.' })).toBe('comment.redacted');
    expect(stage.refused(A, 'redactComment', { comment: position, reason: null })).toBe('comment.redacted');
  });

  it('salts the same words anew each time', () => {
    const stage = opened().do(A, 'postComment', comment).do(A, 'postComment', comment);
    const [one, two] = stage.events.slice(-2);
    expect(one?.data).not.toEqual(two?.data);
  });
});

describe('a commitment', () => {
  it('is reported on by its delegates, and disputed by those of others', () => {
    const stage = concluded();
    const report = { stakeholder: 'a', status: 'kept', evidence: 'See https://example.org' } as const;
    expect(stage.refused(B, 'reportCommitment', report)).toBe('forbidden.delegate');
    expect(stage.refused(C, 'reportCommitment', { ...report, stakeholder: 'c' })).toBe('commitment.unknown');
    stage.do(A, 'reportCommitment', report);
    const dispute = { stakeholder: 'a', report: stage.known.position, by: 'b', reason: 'It is not so.' };
    expect(stage.refused(A, 'disputeCommitment', { ...dispute, by: 'a' })).toBe('commitment.own');
    expect(stage.refused(B, 'disputeCommitment', { ...dispute, by: 'c' })).toBe('forbidden.delegate');
    expect(stage.refused(B, 'disputeCommitment', { ...dispute, report: 1 })).toBe('commitment.report');
    stage.do(B, 'disputeCommitment', dispute);
    expect(stage.known.commitments['a']).toMatchObject({
      reports: [{ status: 'kept' }],
      disputes: [{ by: 'b' }],
    });
  });
});
