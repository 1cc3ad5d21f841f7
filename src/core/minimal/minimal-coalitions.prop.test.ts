import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Negotiation, Rule } from '../model';
import { negotiations } from '../testing/arbitrary-negotiation';
import { anyRule } from '../testing/arbitrary-rule';
import { drawn } from '../testing/draw';
import { adequacy, everyone, isIn, membersOf, subsetsOf } from '../testing/oracle-coalitions';
import { runs } from '../testing/property-runs';
import { minimalCoalitions } from './minimal-coalitions';

/** The slow twin: every coalition, and each of its members taken away. Smallest first, then by members. */
function minimalOnes(negotiation: Negotiation): number[][] {
  const adequate = adequacy(negotiation, null);
  return subsetsOf(everyone(negotiation))
    .filter((c) => adequate(c) && membersOf(c).every((member) => !adequate(c & ~(1 << member))))
    .map((coalition) => [...membersOf(coalition)])
    .sort((a, b) => a.length - b.length || firstDifference(a, b));
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((member, index) => member !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Any rule at all, adequate for nobody and not for all included; equal weights are likely. */
const games = fc
  .tuple(
    negotiations({ stakeholders: 8, profiles: 2, criteria: 0 }),
    drawn((draw) => draw.integer(0, 2 ** 30)),
  )
  .chain(([negotiation]) =>
    drawn((draw): Negotiation => {
      const light = draw.onceIn(2);
      return {
        ...negotiation,
        stakeholders: negotiation.stakeholders.map(({ id, weights }) => ({
          id,
          weights: light ? weights.map(() => draw.integer(0, 2)) : weights,
        })),
        rule: anyRule(draw, negotiation.stakeholders.length, negotiation.dimensions.length),
      };
    }),
  );

const WHOLE = 10_000;

describe('minimal adequate coalitions', () => {
  it('are those that trying every coalition finds, in the same order', () => {
    fc.assert(
      fc.property(games, (negotiation) => {
        const found = minimalCoalitions(negotiation.rule, negotiation.stakeholders, { most: WHOLE });
        const slow = minimalOnes(negotiation);
        expect(found.listed).toEqual(slow);
        expect(found.listedWhole).toBe(true);
        expect([found.count, found.exact]).toEqual([BigInt(slow.length), true]);
      }),
      runs(300),
    );
  });

  it('tell who holds a veto and who can never matter', () => {
    fc.assert(
      fc.property(games, (negotiation) => {
        const adequate = adequacy(negotiation, null);
        const coalitions = subsetsOf(everyone(negotiation));
        const { vetoes, dummies, undecided } = minimalCoalitions(negotiation.rule, negotiation.stakeholders);
        const all = negotiation.stakeholders.map((_, i) => i);
        const some = coalitions.some(adequate);
        expect(vetoes).toEqual(
          all.filter((i) => some && coalitions.every((c) => !adequate(c) || isIn(i, c))),
        );
        expect(dummies).toEqual(
          all.filter((i) => coalitions.every((c) => adequate(c | (1 << i)) === adequate(c & ~(1 << i)))),
        );
        expect(undecided).toEqual([]);
      }),
      runs(200),
    );
  });

  it('never say more than was shown when the steps run out', () => {
    fc.assert(
      fc.property(games, fc.integer({ min: 1, max: 40 }), (negotiation, steps) => {
        const slow = minimalOnes(negotiation);
        const found = minimalCoalitions(negotiation.rule, negotiation.stakeholders, { steps });
        expect(found.listed).toEqual(slow.slice(0, found.listed.length));
        expect(found.count <= BigInt(slow.length)).toBe(true);
        if (found.exact) expect(found.count).toBe(BigInt(slow.length));
        if (found.listedWhole) expect(found.listed.length).toBe(Math.min(20, slow.length));
        const members = new Set(slow.flat());
        for (const dummy of found.dummies) expect(members.has(dummy)).toBe(false);
        const told = [...found.dummies, ...found.undecided];
        for (const [i] of negotiation.stakeholders.entries()) {
          if (!members.has(i)) expect(told).toContain(i);
        }
      }),
      runs(200),
    );
  });
});

describe('large games', () => {
  const quota = (dimension: number): Rule => ({
    kind: 'quota',
    dimension,
    share: { a: 1, b: 2 },
    strict: true,
  });

  it('by heads are counted by classes', () => {
    const heads = Array.from({ length: 30 }, (_, i) => ({ id: `s${i}`, weights: [1] }));
    const found = minimalCoalitions(quota(0), heads);
    // 16 of 30.
    expect([found.count, found.exact]).toEqual([145_422_675n, true]);
    expect(found.listed).toHaveLength(20);
    expect(found.listed[1]).toEqual([...Array.from({ length: 15 }, (_, i) => i), 16]);
  });

  it('that are too many are told as at least so many, and end', () => {
    const stakeholders = Array.from({ length: 40 }, (_, i) => ({
      id: `s${i}`,
      weights: [1000 + 37 * i, 2000 - 31 * i],
    }));
    const rule: Rule = { kind: 'allOf', nodes: [quota(0), quota(1)] };
    const found = minimalCoalitions(rule, stakeholders, { steps: 20_000 });
    expect(found.exact).toBe(false);
    expect(found.count).toBeGreaterThan(1000n);
    expect(found.undecided).toEqual([]);
  });
});
