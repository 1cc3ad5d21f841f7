import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { BASES, STANCES, type Triple } from './model';
import { negotiations } from './testing/arbitrary-negotiation';
import { REPRODUCE, runs } from './testing/property-runs';
import { raise } from './testing/raise';
import { rankOf, toNumber } from './testing/read-result';
import { regardlessOfOrder, reordered } from './testing/reorder';

/** No bound on time is asserted: this only keeps a busy machine from failing a test. */
const SLOWLY = { timeout: 300_000 };

const bases = fc.constantFrom(...BASES);

/** Where equally good sets of joiners abound. */
const contests = negotiations({ stakeholders: 6, profiles: 4, criteria: 1, contested: true });

function sortedTriple(values: readonly number[]): Triple {
  const [low = 0, best = 0, high = 0] = values.toSorted((a, b) => a - b);
  return [low, best, high];
}

describe(`the order of arrival (§8; ${REPRODUCE})`, SLOWLY, () => {
  it('changes nothing but the order of lists, not even which joiners are named', () => {
    fc.assert(
      fc.property(reordered(fc.oneof(negotiations(), contests)), bases, ([negotiation, other], basis) => {
        const one = aggregate(negotiation, { basis, power: true });
        const two = aggregate(other, { basis, power: true });
        expect(regardlessOfOrder(two)).toEqual(regardlessOfOrder(one));
        expect(two.leverage.map((row) => row.guarantee)).toEqual(one.leverage.map((row) => row.guarantee));
      }),
      runs(400),
    );
  });

  it('is not remembered: the same negotiation gives the same bytes', () => {
    fc.assert(
      fc.property(negotiations(), bases, (negotiation, basis) => {
        const text = (): string => JSON.stringify(aggregate(negotiation, { basis, power: true }));
        expect(text()).toBe(text());
      }),
      runs(50),
    );
  });
});

describe(`raising one stakeholder's score (§4; ${REPRODUCE})`, SLOWLY, () => {
  const raises = fc.record({
    negotiation: negotiations(),
    basis: bases,
    who: fc.nat(),
    what: fc.nat(),
    floor: fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000)).map(sortedTriple),
  });

  it('of x worsens neither its verdict nor its critical gain; of the default, betters no verdict', () => {
    fc.assert(
      fc.property(raises, ({ negotiation, basis, who, what, floor }) => {
        const i = who % negotiation.stakeholders.length;
        const x = what % negotiation.profiles.length;
        const before = aggregate(negotiation, { basis });
        const after = aggregate(raise(negotiation, basis, i, x, floor), { basis });
        for (const [y, old] of before.profiles.entries()) {
          const now = after.profiles[y];
          if (now === undefined || old.verdict === 'default') continue;
          if (negotiation.profiles[x]?.isDefault === true) {
            expect(rankOf(now)).toBeGreaterThanOrEqual(rankOf(old));
          } else {
            expect(rankOf(now)).toBeLessThanOrEqual(rankOf(old));
            for (const stance of STANCES) {
              expect(toNumber(now.criticalGain?.[stance] ?? null)).toBeGreaterThanOrEqual(
                toNumber(old.criticalGain?.[stance] ?? null),
              );
            }
          }
        }
      }),
      runs(500),
    );
  });
});
