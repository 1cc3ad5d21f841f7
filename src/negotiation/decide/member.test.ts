import { describe, expect, it } from 'vitest';
import { viewerOf } from '../authority';
import { toFile } from '../export';
import { A, B, BALLOT, drafted, FACILITATOR, OBSERVER, OUTSIDER, opened } from '../testing/stage';

describe('an invitation', () => {
  const observer = { invitation: 'i', role: 'observer', stakeholder: null } as const;

  it('gives one person one seat, once', () => {
    const stage = drafted();
    stage
      .do(FACILITATOR, 'invite', { ...observer, expiresAt: stage.later(1) })
      .do(OUTSIDER, 'join', { invitation: 'i' });
    expect(viewerOf(stage.known, OUTSIDER, stage.now).roles).toEqual(['observer']);
    expect(stage.refused(B, 'join', { invitation: 'i' })).toBe('invitation.used');
    expect(stage.refused(B, 'join', { invitation: 'other' })).toBe('invitation.unknown');
    expect(stage.refused('system', 'join', { invitation: 'i' })).toBe('forbidden.person');
    expect(stage.refused(FACILITATOR, 'invite', { ...observer, expiresAt: stage.later(1) })).toBe(
      'exists.id',
    );
  });

  it('expires, and can be taken back', () => {
    const stage = drafted();
    stage.do(FACILITATOR, 'invite', { ...observer, expiresAt: stage.later(1) });
    expect(stage.copy().wait(2).refused(OUTSIDER, 'join', { invitation: 'i' })).toBe('invitation.expired');
    expect(stage.refused(OUTSIDER, 'revokeInvitation', { invitation: 'i' })).toBe('forbidden.facilitator');
    stage.do(FACILITATOR, 'revokeInvitation', { invitation: 'i' });
    expect(stage.refused(OUTSIDER, 'join', { invitation: 'i' })).toBe('invitation.revoked');
    expect(stage.refused(FACILITATOR, 'revokeInvitation', { invitation: 'i' })).toBe('invitation.revoked');
    expect(stage.refused(FACILITATOR, 'invite', { ...observer, invitation: 'j', expiresAt: stage.now })).toBe(
      'invitation.past',
    );
  });

  it('is for a delegate of some stakeholder, or another role of none', () => {
    const stage = drafted();
    const expiresAt = stage.later(1);
    expect(stage.refused(FACILITATOR, 'invite', { ...observer, stakeholder: 'a', expiresAt })).toBe(
      'member.seat',
    );
    expect(stage.refused(FACILITATOR, 'invite', { ...observer, role: 'delegate', expiresAt })).toBe(
      'member.seat',
    );
    expect(
      stage.refused(FACILITATOR, 'invite', { ...observer, role: 'delegate', stakeholder: 'z', expiresAt }),
    ).toBe('unknown.id');
    expect(stage.refused(A, 'invite', { ...observer, expiresAt })).toBe('forbidden.facilitator');
  });

  it('lets one person hold several seats, but none twice', () => {
    const stage = drafted();
    stage.do(FACILITATOR, 'invite', {
      invitation: 'i',
      role: 'delegate',
      stakeholder: 'b',
      expiresAt: stage.later(1),
    });
    stage.do(A, 'join', { invitation: 'i' });
    expect(viewerOf(stage.known, A, stage.now).stakeholders).toEqual(['a', 'b']);
    stage.do(FACILITATOR, 'invite', {
      invitation: 'j',
      role: 'delegate',
      stakeholder: 'b',
      expiresAt: stage.later(1),
    });
    expect(stage.refused(A, 'join', { invitation: 'j' })).toBe('member.already');
  });
});

describe('a removal', () => {
  const seat = { pseudonym: A, role: 'delegate', stakeholder: 'a' } as const;

  it('ends the member’s rights at once; what they did stays', () => {
    const stage = opened().do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT });
    stage.do(FACILITATOR, 'removeMember', { member: seat });
    expect(stage.refused(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT })).toBe('forbidden.delegate');
    expect(toFile(stage.known).ballots).toHaveLength(1);
  });

  it('is a facilitator’s, or the member’s own', () => {
    expect(opened().refused(B, 'removeMember', { member: seat })).toBe('forbidden.facilitator');
    expect(opened().refused(A, 'removeMember', { member: seat })).toBeNull();
    expect(opened().refused(FACILITATOR, 'removeMember', { member: { ...seat, stakeholder: 'b' } })).toBe(
      'member.unknown',
    );
  });

  it('leaves a facilitator', () => {
    const member = { pseudonym: FACILITATOR, role: 'facilitator', stakeholder: null } as const;
    expect(opened().refused(FACILITATOR, 'removeMember', { member })).toBe('member.last-facilitator');
  });
});

describe('whoever leaves', () => {
  it('gives up all seats at once; what they did stays', () => {
    const stage = opened().do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT });
    stage.do(FACILITATOR, 'invite', {
      invitation: 'also',
      role: 'facilitator',
      stakeholder: null,
      expiresAt: stage.later(1),
    });
    stage.do(A, 'join', { invitation: 'also' }).do(A, 'leave', {});
    expect(stage.types(2)).toEqual(['member.removed', 'member.removed']);
    expect(viewerOf(stage.known, A, stage.now).roles).toEqual([]);
    expect(toFile(stage.known).ballots).toHaveLength(1);
    expect(stage.refused(A, 'leave', {})).toBe('member.no-seat');
  });

  it('is not the last facilitator, who keeps what else they hold', () => {
    const stage = opened();
    stage.do(FACILITATOR, 'invite', {
      invitation: 'also',
      role: 'observer',
      stakeholder: null,
      expiresAt: stage.later(1),
    });
    stage.do(FACILITATOR, 'join', { invitation: 'also' });
    expect(stage.refused(FACILITATOR, 'leave', {})).toBe('member.last-facilitator');
    expect(viewerOf(stage.known, FACILITATOR, stage.now).roles).toEqual(['facilitator', 'observer']);
    expect(opened().refused(OBSERVER, 'leave', {})).toBeNull();
  });
});

describe('a deputy', () => {
  const cast = { stakeholder: 'a', ballot: BALLOT };

  it('speaks in the period, and neither before nor after', () => {
    const stage = opened();
    stage.do(A, 'deputise', {
      stakeholder: 'a',
      deputy: OUTSIDER,
      from: stage.later(2),
      until: stage.later(4),
    });
    expect(stage.copy().wait(1).refused(OUTSIDER, 'castBallot', cast)).toBe('forbidden.delegate');
    expect(stage.copy().wait(3).refused(OUTSIDER, 'castBallot', cast)).toBeNull();
    expect(stage.copy().wait(3).refused(A, 'castBallot', cast)).toBeNull();
    expect(stage.copy().wait(5).refused(OUTSIDER, 'castBallot', cast)).toBe('forbidden.delegate');
  });

  it('hands over to nobody, and goes with who appointed them', () => {
    const stage = opened();
    const period = { stakeholder: 'a', from: stage.now, until: stage.later(9) };
    stage.do(A, 'deputise', { ...period, deputy: OUTSIDER });
    expect(stage.refused(OUTSIDER, 'deputise', { ...period, deputy: OBSERVER })).toBe(
      'member.deputy-of-deputy',
    );
    stage.do(FACILITATOR, 'removeMember', { member: { pseudonym: A, role: 'delegate', stakeholder: 'a' } });
    expect(stage.refused(OUTSIDER, 'castBallot', cast)).toBe('forbidden.delegate');
  });

  it('is recalled by a period that is over', () => {
    const stage = opened();
    const deputy = { stakeholder: 'a', deputy: OUTSIDER, from: stage.now };
    expect(stage.refused(A, 'deputise', { ...deputy, until: stage.now })).toBe('member.deputy-period');
    expect(stage.refused(A, 'deputise', { ...deputy, deputy: A, until: stage.later(1) })).toBe(
      'member.deputy-self',
    );
    expect(stage.refused(B, 'deputise', { ...deputy, until: stage.later(1) })).toBe('forbidden.delegate');
    stage.do(A, 'deputise', { ...deputy, until: stage.later(9) });
    stage.do(A, 'deputise', { ...deputy, until: deputy.from });
    expect(stage.refused(OUTSIDER, 'castBallot', cast)).toBe('forbidden.delegate');
  });
});

describe('a briefing', () => {
  const facts = { id: 'facts', title: 'Facts', required: true };

  it('is not made required, nor anything else about a required one changed, mid-round', () => {
    const stage = opened().do(FACILITATOR, 'publishBriefing', {
      briefing: { id: 'more', title: 'More' },
      text: null,
    });
    const refused = (briefing: { id: string; title: string; required?: boolean }) =>
      stage.refused(FACILITATOR, 'publishBriefing', { briefing, text: null });
    expect(refused({ id: 'more', title: 'More', required: true })).toBe('briefing.required-mid-round');
    expect(refused({ ...facts, required: false })).toBe('briefing.required-mid-round');
    expect(refused({ id: 'more', title: 'Still more' })).toBeNull();
  });

  it('is acknowledged once a version, and the first time counts', () => {
    const stage = drafted().do(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts' });
    const at = stage.now;
    expect(stage.refused(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts' })).toBe(
      'briefing.acknowledged',
    );
    expect(stage.refused(A, 'acknowledge', { stakeholder: 'a', briefing: 'none' })).toBe('unknown.id');
    stage.do(FACILITATOR, 'publishBriefing', { briefing: facts, text: 'Newer ones.' });
    expect(stage.refused(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts', version: 1 })).toBe(
      'briefing.newest',
    );
    stage.do(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts', version: 2 });
    expect(stage.events.at(-1)?.data).toEqual({ stakeholder: 'a', briefing: 'facts', version: 2 });
    expect(toFile(stage.known).acknowledgements?.[0]).toEqual({ stakeholder: 'a', briefing: 'facts', at });
  });
});
