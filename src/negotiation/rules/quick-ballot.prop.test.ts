import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opened } from '../testing/stage';
import { readBallot } from './ballot';
import { fitsAtOnce } from './quick-ballot';

const state = opened().known;

const number = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
  fc.constantFrom(0, -0, 100, 100.01, -1, 1.005, 1000, 1001, 2 ** 53, Number.NaN),
);
const sound = fc
  .tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 }), fc.nat({ max: 100 }))
  .map((points) => points.sort((a, b) => a - b));
const score = fc.oneof(number, sound, sound, fc.array(number, { maxLength: 4 }), fc.constant(null));
const table = <T>(ids: readonly string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...ids), value, { maxKeys: 3, noNullPrototype: true });
const byCriterion = table(['k', 'l', 'l', 'constructor'], score);
const criteria = fc.record({
  weights: table(['k', 'l', 'l', 'm'], number),
  scores: fc.oneof(table(['base', 'deal', 'race'], byCriterion), fc.constant([])),
});
const ballot = fc.record(
  {
    scores: fc.oneof({ weight: 5, arbitrary: table(['base', 'deal', 'race'], score) }, fc.constant(null)),
    criteria: fc.oneof({ weight: 5, arbitrary: criteria }, fc.constant(7)),
    provisional: fc.constantFrom(true, false, null),
    without: fc.constantFrom({ deal: { g: 5 } }, { base: { g: 5 } }, null),
    abstain: fc.constantFrom(true, false),
    more: fc.constant(1),
  },
  { requiredKeys: [], noNullPrototype: true },
);

describe('the quick look at a ballot', () => {
  it('says yes to nothing that the rules of the file refuse', () => {
    fc.assert(
      fc.property(ballot, (given) => {
        if (fitsAtOnce(state, given)) expect(readBallot(state, given)).toEqual({ ok: true, value: given });
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    { scores: { base: 40, deal: [50, 60, 70] } },
    { scores: {} },
    { scores: { deal: 12.34 }, provisional: true },
    { criteria: { weights: { k: 2, l: 0 }, scores: { deal: { k: [1, 2, 3] }, base: { k: 0, l: 5 } } } },
  ])('knows %j by itself', (given) => {
    expect(fitsAtOnce(state, given)).toBe(true);
  });

  it.each([
    { scores: { race: 40 } },
    { scores: { base: 40 }, criteria: { weights: { k: 1 }, scores: {} } },
    { criteria: { weights: { k: 0 }, scores: {} } },
    { criteria: { weights: { k: 1, l: 1 }, scores: { deal: { k: 1 } } } },
    { scores: { base: [3, 2, 4] } },
    {},
    null,
  ])('leaves %j to be found out', (given) => {
    expect(fitsAtOnce(state, given)).toBe(false);
  });
});
