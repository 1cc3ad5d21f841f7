import { describe, expect, it } from 'vitest';
import type { Negotiation, Profile } from '../model';
import { type Prefers, stability } from '../stability';
import { movesOf } from './moves';

const profile = (strategies: Readonly<Record<number, string>>, adoptable = true): Profile => ({
  id: 'x',
  isDefault: false,
  adoptable,
  relies: [],
  needs: null,
  strategies: new Map(Object.entries(strategies).map(([i, text]) => [Number(i), text])),
});

const INDIFFERENT: Prefers = { strictly: () => false, weakly: () => true };
const NOTHING_TO_SAY = { nash: null, gmr: null, smr: null, seq: null, temptations: [] };

const among = (profiles: readonly Profile[], moves: Negotiation['moves'] = null) => ({
  stakeholders: [],
  profiles,
  moves,
});

describe('moves', () => {
  it('change one strategy, between profiles that name the same stakeholders', () => {
    const profiles = [
      profile({ 0: 'go', 1: 'go' }),
      profile({ 1: 'go', 0: 'stop' }, false),
      profile({ 0: 'stop', 1: 'stop' }),
      profile({ 0: 'go' }),
      profile({ 0: 'go', 2: 'go' }),
      profile({}),
      profile({}),
      profile({ 0: 'go', 1: 'go' }),
    ];
    expect(movesOf(among(profiles))).toEqual([
      { mover: 0, from: 0, to: 1 },
      { mover: 0, from: 1, to: 0 },
      { mover: 0, from: 1, to: 7 },
      { mover: 0, from: 7, to: 1 },
      { mover: 1, from: 1, to: 2 },
      { mover: 1, from: 2, to: 1 },
    ]);
  });

  it('are those listed, one way each, where they are listed', () => {
    const profiles = [profile({ 0: 'go' }), profile({ 0: 'stop' })];
    expect(movesOf(among(profiles, [{ stakeholder: 4, from: 1, to: 0 }]))).toEqual([
      { mover: 4, from: 1, to: 0 },
    ]);
    expect(movesOf(among(profiles, []))).toEqual([]);
  });
});

describe('stability', () => {
  it('has nothing to say of a profile that no move leads from or to', () => {
    const profiles = [profile({}), profile({}), profile({})];
    const [first, second, third] = stability(
      among(profiles, [{ stakeholder: 0, from: 0, to: 1 }]),
      INDIFFERENT,
    );
    expect(first?.necessary).toEqual({ nash: true, gmr: true, smr: true, seq: true, temptations: [] });
    expect(second?.necessary).toEqual(first?.necessary);
    expect(third).toEqual({
      necessary: NOTHING_TO_SAY,
      expected: NOTHING_TO_SAY,
      possible: NOTHING_TO_SAY,
    });
  });

  it('names temptations by stakeholder, then by profile, in whatever order the moves are listed', () => {
    const profiles = [profile({}), profile({}), profile({})];
    const moves = [
      { stakeholder: 7, from: 0, to: 2 },
      { stakeholder: 2, from: 0, to: 2 },
      { stakeholder: 7, from: 0, to: 1 },
    ];
    const eager: Prefers = { strictly: (_, x, y) => x > y, weakly: (_, x, y) => x >= y };
    expect(stability(among(profiles, moves), eager)[0]?.expected.temptations).toEqual([
      { stakeholder: 2, to: 2 },
      { stakeholder: 7, to: 1 },
      { stakeholder: 7, to: 2 },
    ]);
  });

  it('asks for temptation under the dual stance and for deterrence under the stance itself', () => {
    const asked = new Set<string>();
    const prefers: Prefers = {
      strictly: (i, x, y, s) => {
        asked.add(`${i} strictly ${x}${y} ${s}`);
        return s === 'possible';
      },
      weakly: (i, x, y, s) => {
        asked.add(`${i} weakly ${x}${y} ${s}`);
        return s !== 'necessary';
      },
    };
    const profiles = [profile({}), profile({}), profile({})];
    const moves = [
      { stakeholder: 0, from: 0, to: 1 },
      { stakeholder: 1, from: 1, to: 2 },
    ];
    const [verdict] = stability(among(profiles, moves), prefers);
    expect(verdict?.necessary).toMatchObject({ nash: false, gmr: false, smr: false, seq: false });
    expect(verdict?.possible).toMatchObject({ nash: true, gmr: true, smr: true, seq: true });
    expect(asked).toContain('0 strictly 10 possible');
    expect(asked).toContain('0 weakly 02 necessary');
  });

  it('lets nobody move twice running, nor the one who was tempted', () => {
    // 0 is tempted from 0 to 1. From there 1 goes to 2, and on to 3, where 0 would be deterred: only if somebody
    // else moves in between.
    const profiles = [profile({}), profile({}), profile({}), profile({}), profile({})];
    const worse: Prefers = {
      strictly: (i, x, y) => i === 0 && x === 1 && y === 0,
      weakly: (_, x, z) => x === 0 && z === 3,
    };
    const moves = [
      { stakeholder: 0, from: 0, to: 1 },
      { stakeholder: 1, from: 1, to: 2 },
      { stakeholder: 1, from: 2, to: 3 },
      { stakeholder: 0, from: 2, to: 3 },
    ];
    const gmr = (more: typeof moves): boolean | null | undefined =>
      stability(among(profiles, [...moves, ...more]), worse)[0]?.necessary.gmr;
    expect(gmr([])).toBe(false);
    expect(gmr([{ stakeholder: 2, from: 2, to: 4 }])).toBe(false);
    expect(gmr([{ stakeholder: 2, from: 1, to: 2 }])).toBe(true);
    expect(
      gmr([
        { stakeholder: 2, from: 2, to: 4 },
        { stakeholder: 3, from: 4, to: 2 },
      ]),
    ).toBe(true);
  });

  it('does not count on a sanction that costs its mover', () => {
    const profiles = [profile({}), profile({}), profile({})];
    const moves = [
      { stakeholder: 0, from: 0, to: 1 },
      { stakeholder: 1, from: 1, to: 2 },
    ];
    const prefers = (wouldPunish: boolean): Prefers => ({
      strictly: (i, x, y) => (i === 0 ? x === 1 && y === 0 : wouldPunish && x === 2 && y === 1),
      weakly: (_, x, z) => x === 0 && z === 2,
    });
    expect(stability(among(profiles, moves), prefers(false))[0]?.expected).toMatchObject({
      gmr: true,
      smr: true,
      seq: false,
    });
    expect(stability(among(profiles, moves), prefers(true))[0]?.expected.seq).toBe(true);
    const wayOut = [...moves, { stakeholder: 0, from: 2, to: 1 }];
    expect(stability(among(profiles, wayOut), prefers(true))[0]?.expected).toMatchObject({
      gmr: true,
      smr: false,
    });
  });
});
