import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Form, startForm } from './form';
import { orderScores } from './order-scores';
import { place, type Ranking, rankingOf, step, tiersOf } from './ranking';
import { type Hundredths, hundredthsOf, readTriple, tripleText } from './score-text';

const BASE = 'race';
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Any order with ties of some of the profiles, divided by today. */
const ranking: fc.Arbitrary<Ranking> = fc
  .array(fc.option(fc.integer({ min: -4, max: 4 }), { nil: null }), {
    minLength: IDS.length,
    maxLength: IDS.length,
  })
  .map((levels) => {
    const tier = (level: number) => IDS.filter((_, i) => levels[i] === level);
    const full = (from: readonly number[]) => from.map(tier).filter((ids) => ids.length > 0);
    return { better: full([4, 3, 2, 1]), today: [BASE, ...tier(0)], worse: full([-1, -2, -3, -4]) };
  });
const today: fc.Arbitrary<Hundredths> = fc
  .tuple(
    fc.integer({ min: 0, max: 4000 }),
    fc.integer({ min: 0, max: 4000 }),
    fc.integer({ min: 0, max: 2000 }),
  )
  .map(([low, more, most]) => [low, low + more, low + more + most] as const)
  .filter(([, best]) => best >= 100);

const scoresOf = (order: Ranking, base: Hundredths) =>
  new Map([...orderScores(order, BASE, base)].map(([id, triple]) => [id, hundredthsOf(triple)]));

describe('scores from an order', () => {
  it('keep the order: best guesses fall from tier to tier and are equal within one', () => {
    fc.assert(
      fc.property(ranking, today, (order, base) => {
        const scores = scoresOf(order, base);
        const bests = tiersOf(order).tiers.map((tier) => new Set(tier.map((id) => scores.get(id)?.[1])));
        for (const level of bests) expect(level.size).toBe(1);
        const levels = bests.map((level) => [...level][0] ?? Number.NaN);
        expect(levels).toEqual([...new Set(levels)].sort((a, b) => b - a));
      }),
    );
  });

  it('are spread evenly on either side of today, to a point', () => {
    fc.assert(
      fc.property(ranking, today, (order, base) => {
        const scores = scoresOf(order, base);
        const at = (tier: readonly string[]) => scores.get(tier[0] ?? '')?.[1] ?? Number.NaN;
        for (const [tiers, end] of [
          [order.better.toReversed(), 10_000],
          [order.worse, 0],
        ] as const) {
          const places = [base[1], ...tiers.map(at), end];
          const gaps = places.slice(1).map((to, k) => Math.abs(to - (places[k] ?? Number.NaN)));
          // Rounded to a point each: the last place bears the rest of its own alone.
          const share = Math.abs(end - base[1]) / (tiers.length + 1);
          for (const gap of gaps) expect(Math.abs(gap - share)).toBeLessThan(100);
        }
      }),
    );
  });

  it('claim nothing for certain of neighbours, nor of the place beside today that the order does not say', () => {
    fc.assert(
      fc.property(ranking, today, (order, base) => {
        const scores = scoresOf(order, base);
        const { tiers } = tiersOf(order);
        for (const [k, tier] of tiers.slice(1).entries()) {
          for (const better of tiers[k] ?? []) {
            for (const worse of tier) {
              const [x, y] = [scores.get(better), scores.get(worse)];
              expect(x !== undefined && y !== undefined && x[0] > y[2]).toBe(false);
            }
          }
        }
      }),
    );
  });

  it('leave today as it is, and can be written down as they are', () => {
    fc.assert(
      fc.property(ranking, today, (order, base) => {
        expect(scoresOf(order, base).get(BASE)).toEqual(base);
        for (const triple of orderScores(order, BASE, base).values()) {
          const [low, best, high] = triple;
          expect(low <= best && best <= high).toBe(true);
          expect(readTriple(tripleText(...triple))).toEqual(triple);
        }
      }),
    );
  });

  it('of 63 profiles are all apart, in hundredths where points do not do', () => {
    const better = Array.from({ length: 63 }, (_, k) => [`p${k}`]);
    const scores = orderScores({ better, today: [BASE], worse: [] }, BASE, [9900, 9900, 9900]);
    const bests = new Set([...scores.values()].map(([, best]) => best));
    expect(bests.size).toBe(64);
  });

  it('of two better and one worse than a pinned 50 are whole points', () => {
    const order = { better: [['a'], ['b', 'c']], today: [BASE], worse: [['d']] };
    expect(Object.fromEntries(orderScores(order, BASE, [5000, 5000, 5000]))).toEqual({
      a: [66, 83, 100],
      b: [50, 66, 83],
      c: [50, 66, 83],
      [BASE]: [50, 50, 50],
      d: [0, 25, 50],
    });
  });
});

describe('an order', () => {
  const frame = {
    profiles: [BASE, ...IDS].map((id) => ({ id, title: id, ...(id === BASE ? { default: true } : {}) })),
  };

  it('is read back from the scores that it gave', () => {
    fc.assert(
      fc.property(ranking, (order) => {
        const scores = orderScores(order, BASE, [5000, 5000, 5000]);
        const start = startForm(frame, null);
        const form: Form = {
          ...start,
          rows: Object.fromEntries(
            Object.entries(start.rows).map(([id, row]) => {
              const triple = scores.get(id);
              return [
                id,
                { ...row, covered: triple !== undefined, ...(triple && { score: tripleText(...triple) }) },
              ];
            }),
          ),
        };
        expect(normal(rankingOf(form, frame, BASE))).toEqual(normal(order));
      }),
    );
  });

  it('loses nobody and has no empty place, wherever a profile is put', () => {
    const spot = fc.oneof(
      fc.record({ kind: fc.constantFrom('before' as const, 'with' as const), tier: fc.nat({ max: 7 }) }),
      fc.constant({ kind: 'out' as const }),
    );
    fc.assert(
      fc.property(ranking, fc.constantFrom(...IDS), spot, (order, profile, to) => {
        const { tiers } = tiersOf(place(order, profile, to, BASE));
        const before = tiersOf(order).tiers;
        const there = tiers.flat();
        expect(new Set(there).size).toBe(there.length);
        expect(tiers.every((tier) => tier.length > 0)).toBe(true);
        const others = (ids: readonly string[]) => ids.filter((id) => id !== profile).sort();
        expect(others(there)).toEqual(others(before.flat()));
        if (to.kind === 'out') expect(there).not.toContain(profile);
      }),
    );
  });

  it('can be walked through from end to end by single steps, up and down again', () => {
    fc.assert(
      fc.property(ranking, fc.constantFrom(...IDS), (order, profile) => {
        const start = place(order, profile, { kind: 'before', tier: 99 }, BASE);
        let at = start;
        const steps = 2 * (tiersOf(start).tiers.length - 1);
        for (let k = 0; k < steps; k += 1) at = step(at, profile, -1, BASE);
        expect(tiersOf(at).tiers[0]).toEqual([profile]);
        expect(step(at, profile, -1, BASE)).toEqual(at);
        for (let k = 0; k < steps; k += 1) at = step(at, profile, 1, BASE);
        expect(normal(at)).toEqual(normal(start));
      }),
    );
  });

  it('never moves the default', () => {
    fc.assert(
      fc.property(ranking, (order) => {
        expect(place(order, BASE, { kind: 'before', tier: 0 }, BASE)).toEqual(order);
      }),
    );
  });
});

function normal({ better, today, worse }: Ranking) {
  const sorted = (tiers: readonly (readonly string[])[]) => tiers.map((tier) => [...tier].sort());
  return { better: sorted(better), today: [...today].sort(), worse: sorted(worse) };
}
