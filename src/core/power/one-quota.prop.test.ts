import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Rule, Stakeholder } from '../model';
import { type Draw, drawn } from '../testing/draw';
import { runs } from '../testing/property-runs';
import { countSwings } from './count-swings';
import { enumerateSwings } from './enumerate';
import { exactSwings } from './exact';
import { type Game, toGame } from './game';
import { oneQuotaSwings } from './one-quota';
import { planFor } from './plan';
import { termsOf } from './terms';

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

/** From nobody to all. */
const ruleOf = (draw: Draw, n: number, total: number): Rule => {
  if (draw.onceIn(5))
    return draw.onceIn(2)
      ? { kind: 'count', atLeast: draw.integer(0, n) }
      : { kind: 'members', share: { a: draw.integer(1, 6), b: 6 }, strict: false };
  const b = Math.max(1, total);
  const a = draw.from([0, 1, b - 1, b, draw.integer(0, b), draw.integer(0, b), draw.integer(0, b)]);
  return { kind: 'quota', dimension: 0, share: { a, b }, strict: draw.onceIn(2) };
};

/** Players who weigh nothing, what others do, or more than the quota. */
const games = (fewest: number, most: number): fc.Arbitrary<Game> =>
  drawn((draw) => {
    const n = draw.integer(fewest, most);
    const heaviest = draw.from([1, 3, 12, 40]);
    const stakeholders = draw.list(n, (i): Stakeholder => {
      const weight = draw.onceIn(6) ? draw.from([0, n * heaviest]) : draw.integer(1, heaviest);
      return { id: `s${i}`, weights: [weight] };
    });
    const total = stakeholders.reduce((sum, { weights: [weight = 0] }) => sum + weight, 0);
    return toGame(ruleOf(draw, n, total), stakeholders);
  });

const inAll = (swings: readonly (readonly bigint[])[]): bigint[][] =>
  swings.map((sizes) => [sizes.reduce((a, b) => a + b, 0n)]);

const byMembers = (game: Game): boolean => game.atoms.some(({ kind }) => kind === 'size');

/** As any rule is counted, which has to be by size where a node counts members. */
function byTheLongWay(game: Game, bySize: boolean): bigint[][] {
  const plan = planFor(game);
  const terms = termsOf(game, plan.coordinates, bySize);
  if (terms === null) throw new Error('one quota makes a small table');
  return countSwings(game, plan, terms, bySize);
}

describe('swings of a small game of one quota', () => {
  it('are what looking at every coalition says', () => {
    let short = 0;
    fc.assert(
      fc.property(games(1, 10), (game) => {
        const slow = enumerateSwings(game);
        const [bySize, all] = [oneQuotaSwings(game, true), oneQuotaSwings(game, false)];
        if (bySize !== null) expect(bySize).toEqual(slow);
        if (all !== null) expect(all).toEqual(inAll(slow));
        if (bySize !== null && all !== null) short++;
        expect(inAll(exactSwings(game, false) ?? [])).toEqual(inAll(slow));
      }),
      runs(600),
    );
    expect(short).toBeGreaterThan(200);
  });

  it('are what the way for any rule says, of as many players as doubles can count', () => {
    let short = 0;
    fc.assert(
      fc.property(games(11, 53), (game) => {
        for (const bySize of [true, false]) {
          const swings = oneQuotaSwings(game, bySize);
          if (swings === null) continue;
          short++;
          expect(swings).toEqual(
            bySize ? byTheLongWay(game, true) : inAll(byTheLongWay(game, byMembers(game))),
          );
        }
      }),
      runs(150),
    );
    expect(short).toBeGreaterThan(150);
  });

  it('are exact where they are largest', () => {
    const choose = (n: bigint, k: bigint): bigint => (k === 0n ? 1n : (choose(n - 1n, k - 1n) * n) / k);
    const game = toGame({ kind: 'count', atLeast: 27 }, equals(53));
    const [sizes] = oneQuotaSwings(game, true) ?? [];
    expect(sizes?.[26]).toBe(choose(52n, 26n));
    expect(oneQuotaSwings(game, false)).toEqual([[choose(52n, 26n)]]);
    // One player decides alone: every coalition of the others.
    const dictator = toGame(MAJORITY, [{ id: 'all', weights: [60] }, ...equals(52)]);
    expect(
      inAll(oneQuotaSwings(dictator, false) ?? [])
        .flat()
        .sort(),
    ).toEqual([0n, 2n ** 52n]);
  });

  it('are left to others where there are more players, more weight, or more conditions', () => {
    expect(oneQuotaSwings(toGame(MAJORITY, equals(53)), true)).not.toBeNull();
    expect(oneQuotaSwings(toGame(MAJORITY, equals(54)), true)).toBeNull();
    const heavy = equals(50).map(({ id }, i) => ({ id, weights: [2000 + i] }));
    expect(oneQuotaSwings(toGame(MAJORITY, heavy), false)).toBeNull();
    const two: Rule = { kind: 'allOf', nodes: [MAJORITY, { kind: 'count', atLeast: 3 }] };
    expect(oneQuotaSwings(toGame(two, equals(20)), true)).toBeNull();
    const named: Rule = { kind: 'includes', stakeholders: [0] };
    expect(oneQuotaSwings(toGame(named, equals(20)), true)).toBeNull();
    for (const atLeast of [0, 21])
      expect(oneQuotaSwings(toGame({ kind: 'count', atLeast }, equals(20)), true)).toBeNull();
  });
});

const MAJORITY: Rule = { kind: 'quota', dimension: 0, share: { a: 1, b: 2 }, strict: true };

function equals(n: number): Stakeholder[] {
  return Array.from({ length: n }, (_, i) => ({ id: `s${i}`, weights: [1] }));
}
