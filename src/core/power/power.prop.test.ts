import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Negotiation, Rule, Stakeholder } from '../model';
import { negotiations } from '../testing/arbitrary-negotiation';
import { anyRule } from '../testing/arbitrary-rule';
import { drawn } from '../testing/draw';
import { adequacy } from '../testing/oracle-coalitions';
import { powerOf } from '../testing/oracle-power';
import { runs } from '../testing/property-runs';
import { countSwings } from './count-swings';
import { enumerateSwings } from './enumerate';
import { type Game, toGame } from './game';
import { plansFor } from './plan';
import { power } from './power';
import { termsOf } from './terms';

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

const SMALL = { stakeholders: 7, profiles: 2, criteria: 0 };

/** Rule trees of every kind of node, adequate for whom it may be, over at most `most` light stakeholders. */
const games = (most: number, heaviest: number): fc.Arbitrary<Game> =>
  drawn((draw) => {
    const n = draw.integer(1, most);
    const dimensions = draw.integer(0, 3);
    const stakeholders = draw.list(
      n,
      (i): Stakeholder => ({
        id: `s${i}`,
        weights: draw.list(dimensions, () => draw.integer(0, heaviest)),
      }),
    );
    return toGame(anyRule(draw, n, dimensions), stakeholders);
  });

/**
 * One quota, at either end or between, of players who may weigh nothing, more than all it takes, or what others do; of
 * some of the games only with, or also by, those whom a node names.
 */
const quotaGames: fc.Arbitrary<Game> = drawn((draw) => {
  const n = draw.integer(1, 9);
  const most = draw.from([1, 3, 12, 400, 4000]);
  const stakeholders = draw.list(
    n,
    (i): Stakeholder => ({ id: `s${i}`, weights: [draw.onceIn(5) ? 0 : draw.integer(1, most)] }),
  );
  const b = Math.max(
    1,
    stakeholders.reduce((sum, { weights: [weight = 0] }) => sum + weight, 0),
  );
  const a = draw.from([0, 1, b - 1, b, draw.integer(0, b), draw.integer(0, b)]);
  const quota: Rule = { kind: 'quota', dimension: 0, share: { a, b }, strict: draw.onceIn(2) };
  if (draw.onceIn(2)) return toGame(quota, stakeholders);
  const named = draw.list(draw.integer(1, 2), () => draw.integer(0, n - 1));
  return toGame(
    { kind: draw.from(['allOf', 'anyOf']), nodes: [quota, { kind: 'includes', stakeholders: named }] },
    stakeholders,
  );
});

/** A low quota on one dimension and a high one on another, so that coalition and complement are weighed at once. */
const mixedGames: fc.Arbitrary<Game> = drawn((draw) => {
  const n = draw.integer(2, 8);
  const stakeholders = draw.list(
    n,
    (i): Stakeholder => ({
      id: `s${i}`,
      weights: [draw.integer(0, 2), draw.integer(0, 2)],
    }),
  );
  const quota = (dimension: number, least: number, most: number): Rule => ({
    kind: 'quota',
    dimension,
    share: { a: draw.integer(least, most), b: 10 },
    strict: draw.onceIn(2),
  });
  const nodes = [quota(0, 1, 3), quota(1, 6, 9), ...(draw.onceIn(2) ? [anyRule(draw, n, 2, 1)] : [])];
  return toGame({ kind: draw.from(['allOf', 'anyOf']), nodes }, stakeholders);
});

const total = (sizes: readonly bigint[] | undefined): bigint => (sizes ?? []).reduce((a, b) => a + b, 0n);

/** Swings by each way of choosing coordinates. */
function counted(game: Game, bySize: boolean): bigint[][][] {
  return plansFor(game).map((plan) => {
    const terms = termsOf(game, plan.coordinates, bySize);
    if (terms === null) throw new Error('the table of a small game is small');
    return countSwings(game, plan, terms, bySize);
  });
}

function rowsOf(rule: Rule, stakeholders: readonly Stakeholder[]) {
  const result = power(rule, stakeholders);
  if (result.method !== 'exact') throw new Error('few stakeholders are solved exactly');
  return result.stakeholders;
}

/** Who is the pivot of how many of the n! orders. */
function pivotsByPermutation(negotiation: Negotiation): number[] {
  const isAdequate = adequacy(negotiation, null);
  const n = negotiation.stakeholders.length;
  const pivots = new Array<number>(n).fill(0);
  const walk = (coalition: number, orders: number, left: number): void => {
    for (let i = 0; i < n; i++) {
      if (coalition & (1 << i)) continue;
      const next = coalition | (1 << i);
      if (isAdequate(next)) pivots[i]! += orders;
      else walk(next, orders / (left - 1), left - 1);
    }
  };
  walk(0, Array.from({ length: n }, (_, k) => k + 1).reduce((a, b) => a * b, 1) / n, n);
  return pivots;
}

describe('counting swings', () => {
  it('is right by size, whichever way the quotas are turned', () => {
    fc.assert(
      fc.property(games(8, 5), (game) => {
        const slow = enumerateSwings(game);
        for (const fast of counted(game, true)) expect(fast).toEqual(slow);
      }),
      runs(250),
    );
  });

  it('is right where coalition and complement are weighed at once', () => {
    let mixed = 0;
    fc.assert(
      fc.property(mixedGames, (game) => {
        const slow = enumerateSwings(game);
        if (plansFor(game)[2].mixed) mixed++;
        for (const fast of counted(game, true)) expect(fast).toEqual(slow);
        if (game.atoms.some(({ kind }) => kind === 'size')) return;
        for (const fast of counted(game, false)) expect(fast).toEqual(slow.map((sizes) => [total(sizes)]));
      }),
      runs(150),
    );
    expect(mixed).toBeGreaterThan(50);
  });

  it('is right of one quota, by size and in all', () => {
    let large = 0;
    fc.assert(
      fc.property(quotaGames, (game) => {
        const slow = enumerateSwings(game);
        if (game.totals.some((total) => total * game.players > 8192)) large++;
        for (const fast of counted(game, true)) expect(fast).toEqual(slow);
        for (const fast of counted(game, false)) expect(fast).toEqual(slow.map((sizes) => [total(sizes)]));
      }),
      runs(400),
    );
    // Games that WebAssembly counts, not the plain loops.
    expect(large).toBeGreaterThan(20);
  });

  it('is right in all, where no node counts members', () => {
    const without = games(8, 5).filter(({ atoms }) => atoms.every(({ kind }) => kind !== 'size'));
    fc.assert(
      fc.property(without, (game) => {
        const slow = enumerateSwings(game).map((sizes) => [total(sizes)]);
        for (const fast of counted(game, false)) expect(fast).toEqual(slow);
      }),
      runs(200),
    );
  });

  it('is the same modulo primes, whichever way the quotas are turned', () => {
    const stakeholders = Array.from({ length: 56 }, (_, i) => ({
      id: `s${i}`,
      weights: i % 2 === 0 ? [i % 3, 0] : [0, i % 5],
    }));
    const rule: Rule = {
      kind: 'anyOf',
      nodes: [
        { kind: 'quota', dimension: 1, share: { a: 8, b: 10 }, strict: false },
        {
          kind: 'allOf',
          nodes: [
            { kind: 'quota', dimension: 0, share: { a: 1, b: 10 }, strict: false },
            { kind: 'members', share: { a: 1, b: 3 }, strict: true },
            { kind: 'includes', stakeholders: [5] },
          ],
        },
      ],
    };
    const [first, ...others] = counted(toGame(rule, stakeholders), true);
    expect(plansFor(toGame(rule, stakeholders)).some(({ mixed }) => mixed)).toBe(true);
    expect(total(first?.[0])).toBeGreaterThan(0n);
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('power', () => {
  it('is what looking at every coalition says', () => {
    fc.assert(
      fc.property(negotiations(SMALL), (negotiation) => {
        expect(power(negotiation.rule, negotiation.stakeholders)).toEqual(powerOf(negotiation));
      }),
      runs(200),
    );
  });

  it('gives each the share of orders in which it is the pivot', () => {
    fc.assert(
      fc.property(negotiations(SMALL), (negotiation) => {
        const pivots = pivotsByPermutation(negotiation);
        const orders = pivots.reduce((a, b) => a + b, 0);
        const rows = rowsOf(negotiation.rule, negotiation.stakeholders);
        expect(rows.map((row) => row.shapleyShubik)).toEqual(pivots.map((p) => p / orders));
      }),
      runs(100),
    );
  });

  it('adds up to one, is nothing for dummies and the same for equals, in whatever order they arrive', () => {
    fc.assert(
      fc.property(negotiations(SMALL), fc.nat(6), (negotiation, turn) => {
        const { rule, stakeholders, dimensions } = negotiation;
        const n = stakeholders.length;
        const rows = rowsOf(rule, stakeholders);
        expect(rows.reduce((sum, row) => sum + row.shapleyShubik, 0)).toBeCloseTo(1, 12);
        expect(rows.reduce((sum, row) => sum + row.banzhaf, 0)).toBeCloseTo(1, 12);

        const isAdequate = adequacy(negotiation, null);
        for (const [i, row] of rows.entries()) {
          const coalitions = Array.from({ length: 2 ** n }, (_, s) => s).filter((s) => !(s & (1 << i)));
          const dummy = coalitions.every((s) => isAdequate(s) === isAdequate(s | (1 << i)));
          expect(row.banzhafSwings === '0').toBe(dummy);
          expect(row.shapleyShubik === 0).toBe(dummy);
        }

        const order = stakeholders.map((_, i) => (i + turn) % n).reverse();
        const moved = rowsOf(
          reindexed(rule, (i) => order.indexOf(i)),
          order.flatMap((i) => stakeholders[i] ?? []),
        );
        expect(moved).toEqual(order.map((i) => rows[i]));

        const leaf: Rule =
          dimensions.length === 0
            ? { kind: 'members', share: { a: 1, b: 2 }, strict: true }
            : { kind: 'quota', dimension: 0, share: { a: 1, b: 2 }, strict: true };
        const plain = rowsOf(leaf, stakeholders);
        for (const [i, a] of stakeholders.entries()) {
          for (const [j, b] of stakeholders.entries()) {
            if (a.weights[0] !== b.weights[0]) continue;
            expect(plain[i]?.shapleyShubik).toBe(plain[j]?.shapleyShubik);
            expect(plain[i]?.banzhafSwings).toBe(plain[j]?.banzhafSwings);
          }
        }
      }),
      runs(100),
    );
  });
});

function reindexed(rule: Rule, to: (stakeholder: number) => number): Rule {
  switch (rule.kind) {
    case 'includes':
      return { ...rule, stakeholders: rule.stakeholders.map(to) };
    case 'allOf':
    case 'anyOf':
      return { ...rule, nodes: rule.nodes.map((node) => reindexed(node, to)) };
    default:
      return rule;
  }
}
