import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { BASES, type Basis, type Negotiation } from './model';
import { negotiations } from './testing/arbitrary-negotiation';
import { oracle } from './testing/oracle';
import { REPRODUCE, runs } from './testing/property-runs';
import { faultsOfJoiners } from './testing/sound-joiners';
import { withoutNames } from './testing/without-names';

function agrees(negotiation: Negotiation, basis: Basis): void {
  const result = aggregate(negotiation, { basis, power: true });
  expect(faultsOfJoiners(negotiation, result)).toEqual([]);
  const mine = withoutNames(result);
  const theirs = withoutNames(oracle(negotiation, { basis, power: true }));
  if (JSON.stringify(mine) === JSON.stringify(theirs) && isDeepStrictEqual(mine, theirs)) return;
  expect(mine).toStrictEqual(theirs);
  expect(JSON.stringify(mine)).toBe(JSON.stringify(theirs));
}

/** The timeout asserts nothing: it only keeps a busy machine from failing a test. */
describe(`the aggregator says what the oracle says (${REPRODUCE})`, { timeout: 300_000 }, () => {
  for (const basis of BASES) {
    it(`on the ${basis} basis`, () => {
      fc.assert(
        fc.property(negotiations(), (negotiation) => agrees(negotiation, basis)),
        runs(1500),
      );
    });
  }

  it('in close contests, where the two answers of a gap differ', () => {
    const contests = negotiations({ stakeholders: 6, profiles: 4, criteria: 1, contested: true });
    fc.assert(
      fc.property(contests, (negotiation) => agrees(negotiation, 'stated')),
      runs(500),
    );
  });
});
