import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { ballot, profile, small, triple } from './examples/small';
import type { Ballot, Negotiation, Profile } from './model';

const delivered = (flag: boolean) => ['g0', 'g1'].map((id) => ({ id, delivered: flag }));
const relying = (x: number, relies: number[], more: Partial<Profile> = {}) => profile(x, { relies, ...more });

/** A ballot with a plain `without` score of profile 1 for guarantee 0. */
const without = (i: number, row: [number, number], points: number | [number, number, number]): Ballot =>
  ballot(i, row, { without: new Map([[1, new Map([[0, triple(points)]])]]) });

const leverage = (negotiation: Negotiation) => aggregate(negotiation, { basis: 'stated' }).leverage;
const pivot = (ballots: Ballot[], weights = [1, 1, 1]) =>
  leverage(
    small(weights, [], { profiles: [profile(0), relying(1, [0])], guarantees: delivered(false), ballots }),
  ).find(({ guarantee }) => guarantee === 'g0')?.profiles[0];

describe('research leverage (§7)', () => {
  it('is firm where people said so, and not where they are silent on it', () => {
    const said = pivot([0, 1, 2].map((i) => without(i, [50, 60], 40)));
    expect(said).toEqual({
      id: 'p1',
      stated: 3,
      verdict: 'clears',
      without: 'out-of-reach',
      pivotal: { necessary: true, expected: true, possible: true },
      firm: { necessary: true, expected: true, possible: true },
    });
    const unsaid = pivot([0, 1, 2].map((i) => ballot(i, [50, 60])));
    expect(unsaid).toEqual({
      id: 'p1',
      stated: 0,
      verdict: 'clears',
      without: 'within-reach',
      pivotal: { necessary: true, expected: true, possible: false },
      firm: { necessary: false, expected: false, possible: false },
    });
  });

  it('takes the score of x itself for those who left it out, when it asks for firmness', () => {
    // Without the guarantee s0 turns away; s1 and s2 said nothing and suffice by themselves, or do not.
    const ballots = [without(0, [50, 60], 40), ballot(1, [50, 60]), ballot(2, [50, 60])];
    expect(pivot(ballots)?.firm.necessary).toBe(false);
    expect(pivot(ballots, [3, 1, 1])?.firm.necessary).toBe(true);
  });

  it('is not pivotal where the profile does not clear anyway, or clears still', () => {
    expect(pivot([without(0, [50, 40], 30)])?.pivotal.necessary).toBe(false);
    expect(pivot([0, 1, 2].map((i) => without(i, [50, 60], 51)))?.pivotal.necessary).toBe(false);
    // A without score may even be better.
    expect(pivot([without(0, [50, 40], 70)], [1, 0, 0])?.without).toBe('clears');
  });

  it('scales a plain without score to the criteria of its ballot', () => {
    const content = {
      kind: 'criteria',
      weights: [2, 1],
      scores: new Map([
        [0, [triple(50), triple(50)]],
        [1, [triple(60), triple(60)]],
      ]),
    } as const;
    const at = (points: number) => pivot([{ ...without(0, [0, 0], points), content }], [1, 0, 0]);
    expect(at(50)?.without).toBe('out-of-reach');
    expect(at(50.01)?.without).toBe('clears');
  });

  it('asks for the needs of x of x∖g too', () => {
    const ballots = [without(0, [50, 60], 40), ballot(1, [50, 60]), ballot(2, [50, 60])].map((each, i) =>
      i === 0 ? each : without(i, [50, 60], 55),
    );
    const needing = (needs: Profile['needs']) =>
      leverage(
        small([1, 1, 1], [], {
          profiles: [profile(0), relying(1, [0], { needs })],
          guarantees: delivered(false),
          ballots,
        }),
      )[0]?.profiles[0];
    expect(needing(null)?.pivotal.necessary).toBe(false);
    expect(needing({ kind: 'includes', stakeholders: [0] })?.firm.necessary).toBe(true);
  });

  it('ranks guarantees by firm counts, then pivotal counts, then id; none relying is an empty list', () => {
    const profiles = [profile(0), relying(1, [1]), relying(2, [2])];
    const guarantees = ['b', 'z', 'y', 'a'].map((id) => ({ id, delivered: true }));
    const firm = ballot(0, [50, 60, 60], { without: new Map([[1, new Map([[1, triple(0)]])]]) });
    const rows = leverage(small([1], [], { profiles, guarantees, ballots: [firm] }));
    expect(rows.map(({ guarantee }) => guarantee)).toEqual(['z', 'y', 'a', 'b']);
    expect(rows[2]?.profiles).toEqual([]);
  });
});

describe('recommended (§5)', () => {
  const safe = [0, 1].map((threat) => ({
    stakeholder: 0,
    profile: 1,
    threat,
    change: [-1, 0, 0] as const,
  }));
  const recommended = (more: Partial<Negotiation>, basis: 'stated' | 'informed' = 'stated') =>
    aggregate(small([1], [[50, 60]], { threatAssessments: safe, ...more }), { basis }).profiles[1]
      ?.recommended;

  it('asks for the informed verdict, whichever basis the result is on', () => {
    expect(recommended({})).toBe(true);
    const briefings = [{ id: 'b', required: true }];
    expect(recommended({ briefings })).toBe(false);
    const acknowledgements = [{ stakeholder: 0, briefing: 0, at: '2025-12-31T00:00:00.000Z' }];
    expect(recommended({ briefings, acknowledgements })).toBe(true);
    // Stated it no longer clears, by a later ballot on another basis: both count the newest, so neither does.
    const ballots = [ballot(0, [50, 60]), ballot(0, [50, 40], { at: '2026-02-01T00:00:00.000Z' })];
    expect(recommended({ briefings, acknowledgements, ballots }, 'informed')).toBe(false);
  });

  it('asks for an adoptable profile that is no worse in any threat', () => {
    expect(recommended({ profiles: [profile(0), profile(1, { adoptable: false })] })).toBe(false);
    expect(recommended({ threatAssessments: safe.slice(1) })).toBe(false);
    expect(recommended({ ballots: [ballot(0, [50, [40, 60, 70]])] })).toBe(false);
  });

  it('asks that no guarantee still to be delivered is pivotal', () => {
    const profiles = [profile(0), relying(1, [0])];
    const kept = [without(0, [50, 60], 55)];
    expect(recommended({ profiles, guarantees: delivered(false) })).toBe(false);
    expect(recommended({ profiles, guarantees: delivered(true) })).toBe(true);
    expect(recommended({ profiles, guarantees: delivered(false), ballots: kept })).toBe(true);
  });
});
