import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Negotiation, Rule } from './model';
import { properness } from './proper';
import { negotiations } from './testing/arbitrary-negotiation';
import { coalitionOf, everyone, satisfies, subsetsOf } from './testing/oracle-coalitions';
import { runs } from './testing/property-runs';

/** A negotiation of these weights in one dimension, with a rule. */
function game(weights: readonly (readonly number[])[], rule: Rule): Negotiation {
  const dimensions = (weights[0] ?? []).map((_, d) => `d${d}`);
  return {
    dimensions,
    rule,
    stakeholders: weights.map((own, i) => ({ id: `s${i}`, weights: own })),
    profiles: [],
    guarantees: [],
    criteria: [],
    briefings: [],
    acknowledgements: [],
    ballots: [],
    threats: [],
    threatAssessments: [],
    acuteRiskAssessments: [],
    pledges: [],
    moves: null,
  };
}

const quota = (a: number, b: number, strict: boolean, dimension = 0): Rule => ({
  kind: 'quota',
  dimension,
  share: { a, b },
  strict,
});
const one = (weights: readonly number[]) => weights.map((weight) => [weight]);

/** Every division in two, one by one. */
function isProper(negotiation: Negotiation): boolean {
  const all = everyone(negotiation);
  return subsetsOf(all).every(
    (inside) =>
      !satisfies(negotiation, negotiation.rule, inside) ||
      !satisfies(negotiation, negotiation.rule, all & ~inside),
  );
}

describe('properness (§2)', () => {
  it('agrees with trying every pair of disjoint coalitions, and shows one', () => {
    fc.assert(
      fc.property(negotiations({ stakeholders: 7, profiles: 2, criteria: 0 }), (negotiation) => {
        const found = properness(negotiation);
        expect(found.kind).toBe(isProper(negotiation) ? 'proper' : 'improper');
        if (found.kind !== 'improper' || found.coalitions === null) return;
        const [first, second] = found.coalitions.map(coalitionOf);
        expect((first ?? 0) & (second ?? 0)).toBe(0);
        expect(satisfies(negotiation, negotiation.rule, first ?? 0)).toBe(true);
        expect(satisfies(negotiation, negotiation.rule, second ?? 0)).toBe(true);
      }),
      runs(400),
    );
  });

  it('is exact for large games where a bound or subset sums decide it', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(properness(game(one(hundred), quota(1, 2, true))).kind).toBe('proper');
    expect(properness(game(one(hundred), quota(1, 2, false))).kind).toBe('improper');
    // Weights 3 … 3, 10 of 30: halves of 51 would need sums of threes; 2 · 26 > 51 never meets.
    const threes = one([...Array.from({ length: 30 }, () => 30), 10]);
    expect(properness(game(threes, quota(1, 2, false))).kind).toBe('proper');
    expect(properness(game(one(hundred), { kind: 'allBut', allBut: 50 })).kind).toBe('improper');
    expect(properness(game(one(hundred), { kind: 'allBut', allBut: 49 })).kind).toBe('proper');
    expect(properness(game(one(hundred), { kind: 'includes', stakeholders: [4] })).kind).toBe('proper');
  });

  it('says that it was not shown where it would take a partition of many large weights', () => {
    const large = Array.from({ length: 40 }, (_, i) => [
      999_999_937 - 7_919 * i * i,
      500_000_003 + 104_729 * i,
    ]);
    const rule: Rule = { kind: 'allOf', nodes: [quota(1, 2, false), quota(1, 2, false, 1)] };
    expect(properness(game(large, rule)).kind).toBe('not-shown');
  });
});
