import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn } from '../testing/draw';
import { REPRODUCE, runs } from '../testing/property-runs';
import { deviationSearch } from './deviation-search';
import { relaxation } from './relaxation';
import type { Resource } from './surrogate';

/** Up to four resources, sometimes that no more than some join, now and then out of reach; costs tied to loads or not. */
const problems = drawn((draw) => {
  const n = draw.integer(1, 10);
  const largest = draw.from([1, 5, 1000, 1_000_000_000]);
  const loads = Array.from({ length: draw.integer(1, 3) }, () =>
    Float64Array.from({ length: n }, () => draw.integer(0, largest)),
  );
  const resources: Resource[] = loads.map((load) => {
    const total = load.reduce((sum, each) => sum + each, 0);
    return { load, need: draw.integer(1, Math.max(1, total + draw.from([0, 0, 1]))) };
  });
  if (draw.onceIn(2)) resources.push({ load: new Float64Array(n).fill(-1), need: -draw.integer(0, n) });
  const tied = draw.onceIn(3);
  const costs = Float64Array.from({ length: n }, (_, j) =>
    tied ? loads[0]![j]! + 5 : draw.integer(0, draw.from([3, 1000])),
  );
  return { costs, resources };
});

interface Found {
  readonly cost: number;
  readonly count: number;
}

const better = (a: Found, b: Found | null) =>
  b === null || a.cost < b.cost || (a.cost === b.cost && a.count < b.count);

const sum = (values: Float64Array, members: readonly number[]) =>
  members.reduce((total, j) => total + values[j]!, 0);

const meets = (resources: readonly Resource[], members: readonly number[]) =>
  resources.every(({ load, need }) => sum(load, members) >= need);

/** Every set that meets the resources. */
function everySet(costs: Float64Array, resources: readonly Resource[]): Found[] {
  return Array.from({ length: 2 ** costs.length }, (_, set) =>
    [...costs.keys()].filter((j) => (set >> j) % 2 === 1),
  )
    .filter((members) => meets(resources, members))
    .map((members) => ({ cost: sum(costs, members), count: members.length }));
}

function searched(costs: Float64Array, resources: readonly Resource[], start: Found | null, steps: number) {
  let best = start;
  const proven = deviationSearch(
    costs,
    resources,
    {
      hopeless: (cost, count) => !better({ cost, count }, best),
      offer: (members) => {
        expect(meets(resources, members)).toBe(true);
        const found = { cost: sum(costs, members), count: members.length };
        if (better(found, best)) best = found;
      },
      ceiling: () => best?.cost ?? Number.POSITIVE_INFINITY,
    },
    { left: steps },
  );
  return { best, proven };
}

describe(`a search by deviations from the relaxation (${REPRODUCE})`, { timeout: 120_000 }, () => {
  it('finds what the best of all sets costs, from nothing or from any other, or that there is none', () => {
    fc.assert(
      fc.property(problems, fc.nat(), ({ costs, resources }, k) => {
        const all = everySet(costs, resources);
        const best = all.reduce<Found | null>((least, each) => (better(each, least) ? each : least), null);
        for (const start of [null, all[k % Math.max(1, all.length)] ?? null])
          expect(searched(costs, resources, start, 1_000_000)).toEqual({ best, proven: true });
      }),
      runs(1500),
    );
  });

  it('says that it is the best only where it is, however few its steps', () => {
    let proven = 0;
    fc.assert(
      fc.property(problems, fc.nat(60), ({ costs, resources }, steps) => {
        const all = everySet(costs, resources);
        const best = all.reduce<Found | null>((least, each) => (better(each, least) ? each : least), null);
        const found = searched(costs, resources, null, steps);
        if (!found.proven) return;
        proven++;
        expect(found.best).toEqual(best);
      }),
      runs(500),
    );
    expect(proven).toBeGreaterThan(100);
  });

  it('is bounded by no more than any set costs, and nearly by what the parts of one do', () => {
    fc.assert(
      fc.property(problems, ({ costs, resources }) => {
        const all = everySet(costs, resources);
        const { bound, prices, reduced } = relaxation(costs, resources, 1e9);
        for (const { cost } of all) expect(bound).toBeLessThanOrEqual(cost);
        for (const price of prices) expect(price).toBeGreaterThanOrEqual(0);
        expect(reduced.every(Number.isFinite)).toBe(true);
        // Of what not even all of them meet the bound is beyond everything.
        const everyone = [...costs.keys()];
        const beyond = resources.some(({ load, need }) => need > 0 && sum(load, everyone) < need);
        if (beyond) expect(bound).toBeGreaterThan(1e9);
      }),
      runs(1500),
    );
  });

  it('knows the duals of a programme that was solved by hand', () => {
    // min 4a + 3b + 5c, 2a + b + c ≥ 2, a + b + 3c ≥ 2: a = 4/5 and c = 2/5 cost 5.2, at prices of 7/5 and 6/5.
    const resources = [
      { load: Float64Array.of(2, 1, 1), need: 2 },
      { load: Float64Array.of(1, 1, 3), need: 2 },
    ];
    const { bound, prices } = relaxation(Float64Array.of(4, 3, 5), resources);
    expect(bound).toBeCloseTo(5.2, 9);
    expect(prices[0]).toBeCloseTo(1.4, 9);
    expect(prices[1]).toBeCloseTo(1.2, 9);
  });
});
