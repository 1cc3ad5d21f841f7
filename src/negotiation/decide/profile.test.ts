import { describe, expect, it } from 'vitest';
import { toFile } from '../export';
import { A, B, closed, drafted, FACILITATOR, OBSERVER, opened } from '../testing/stage';

const plain = { id: 'plain', title: 'Plain' };
const byA = { profile: plain, stakeholder: 'a', admit: false };
const mine = { profile: plain, stakeholder: null, admit: true };

describe('a proposal', () => {
  it('waits until a facilitator admits it, and is then the last of the file', () => {
    const stage = opened().do(A, 'proposeProfile', byA);
    expect(toFile(stage.known).profiles.map(({ id }) => id)).toEqual(['base', 'deal']);
    expect(stage.refused(A, 'admitProfile', { profile: 'plain', asDefault: false })).toBe(
      'forbidden.facilitator',
    );
    stage.do(FACILITATOR, 'admitProfile', { profile: 'plain', asDefault: false });
    expect(toFile(stage.known).profiles.map(({ id }) => id)).toEqual(['base', 'deal', 'plain']);
    expect(stage.refused(FACILITATOR, 'admitProfile', { profile: 'plain', asDefault: false })).toBe(
      'profile.not-proposed',
    );
  });

  it('is turned down with a reason, and its id is spent', () => {
    const stage = opened()
      .do(A, 'proposeProfile', byA)
      .do(FACILITATOR, 'refuseProfile', { profile: 'plain', reason: 'Said before.' });
    expect(stage.refused(A, 'proposeProfile', byA)).toBe('retired.id');
    expect(stage.refused(FACILITATOR, 'refuseProfile', { profile: 'deal', reason: 'No.' })).toBe(
      'profile.not-proposed',
    );
  });

  it('may be edited and taken back by who made it, not by others', () => {
    const stage = opened().do(A, 'proposeProfile', byA);
    expect(stage.refused(B, 'proposeProfile', { ...byA, stakeholder: 'b' })).toBe('profile.not-yours');
    expect(stage.refused(B, 'withdrawProfile', { profile: 'plain', reason: null })).toBe(
      'forbidden.facilitator',
    );
    stage.do(A, 'proposeProfile', { ...byA, profile: { ...plain, title: 'Plainer' } });
    stage.do(A, 'withdrawProfile', { profile: 'plain', reason: null });
    expect(stage.known.profiles).toHaveLength(2);
  });

  it('speaks in the name of the delegate’s own stakeholder', () => {
    expect(opened().refused(A, 'proposeProfile', { ...byA, stakeholder: 'b' })).toBe('forbidden.delegate');
    expect(opened().refused(A, 'proposeProfile', { ...byA, stakeholder: null })).toBe(
      'forbidden.facilitator',
    );
    expect(opened().refused(OBSERVER, 'proposeProfile', byA)).toBe('forbidden.talker');
    expect(drafted().refused(A, 'proposeProfile', byA)).toBe('forbidden.facilitator');
  });

  it.each([
    ['unknown.id', { ...plain, relies: ['nothing'] }],
    ['twice.listed', { ...plain, relies: ['g', 'g'] }],
    ['unknown.id', { ...plain, strategies: { z: 'go' } }],
    ['unknown.id', { ...plain, amends: 'moon' }],
    ['profile.faults', { ...plain, amends: 'plain' }],
    ['profile.faults', { ...plain, needs: { includes: ['z'] } }],
    ['profile.faults', { ...plain, needs: { quota: { dimension: 'power', moreThan: '1/1' } } }],
    ['profile.default-twice', { ...plain, default: true }],
  ])('is refused with %s: %j', (key, profile) => {
    expect(drafted().refused(FACILITATOR, 'proposeProfile', { ...mine, profile })).toBe(key);
  });
});

describe('the text of a profile', () => {
  const deal = { id: 'deal', title: 'Another deal' };

  it('may change in draft, in its place', () => {
    const stage = drafted().do(FACILITATOR, 'proposeProfile', { ...mine, profile: deal });
    expect(toFile(stage.known).profiles[1]).toEqual(deal);
    expect(stage.types(1)).toEqual(['profile.proposed']);
  });

  it('stands once a round has opened with it, also between rounds', () => {
    expect(opened().refused(FACILITATOR, 'proposeProfile', { ...mine, profile: deal })).toBe('profile.fixed');
    expect(closed().refused(FACILITATOR, 'proposeProfile', { ...mine, profile: deal })).toBe('profile.fixed');
  });

  it('stands from its admission where that is while a round is open', () => {
    const stage = opened().do(FACILITATOR, 'proposeProfile', mine);
    expect(stage.refused(FACILITATOR, 'proposeProfile', mine)).toBe('profile.fixed');
    const between = closed().do(FACILITATOR, 'proposeProfile', mine);
    expect(between.refused(FACILITATOR, 'proposeProfile', mine)).toBeNull();
  });
});

describe('a withdrawal', () => {
  it('leaves two profiles to choose from', () => {
    expect(closed().refused(FACILITATOR, 'withdrawProfile', { profile: 'deal', reason: null })).toBe(
      'profile.two-left',
    );
  });

  it('takes along what was said of the profile, and what amends it no longer says so', () => {
    const stage = opened()
      .do(A, 'pledge', { stakeholder: 'a', profile: 'deal', condition: null })
      .do(FACILITATOR, 'closeRound', {})
      .do(FACILITATOR, 'proposeProfile', { ...mine, profile: { ...plain, amends: 'deal' } })
      .do(FACILITATOR, 'changeTerms', {
        change: { type: 'moves.set', data: { moves: [{ stakeholder: 'a', from: 'deal', to: 'base' }] } },
      })
      .do(FACILITATOR, 'withdrawProfile', { profile: 'deal', reason: 'Superseded.' });
    const file = toFile(stage.known);
    expect(file.profiles.map(({ id }) => id)).toEqual(['base', 'plain']);
    expect(file.profiles[1]?.amends).toBeUndefined();
    expect(file.pledges).toBeUndefined();
    expect(file.moves).toEqual([]);
  });

  it('leaves the default alone once there have been rounds', () => {
    expect(closed().refused(FACILITATOR, 'withdrawProfile', { profile: 'base', reason: null })).toBe(
      'profile.default-stays',
    );
  });
});

it('holds at most 64 profiles', () => {
  const stage = drafted();
  for (let i = 2; i < 64; i++)
    stage.do(FACILITATOR, 'proposeProfile', { ...mine, profile: { ...plain, id: `p${i}` } });
  expect(stage.refused(FACILITATOR, 'proposeProfile', mine)).toBe('bound.most');
});
