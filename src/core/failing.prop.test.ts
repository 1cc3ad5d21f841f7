import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { failing } from './failing';
import { type AggregationResult, BASES, STANCES } from './model';
import { negotiations } from './testing/arbitrary-negotiation';
import { oracle } from './testing/oracle';
import { REPRODUCE, runs } from './testing/property-runs';
import { withoutNames } from './testing/without-names';

describe(`a guarantee that fails (§7; ${REPRODUCE})`, { timeout: 120_000 }, () => {
  it('leaves each profile that relies on it with the verdict that the slow twin has of it without', () => {
    let relied = 0;
    fc.assert(
      fc.property(negotiations(), fc.constantFrom(...BASES), (negotiation, basis) => {
        const before = aggregate(negotiation, { basis });
        const { leverage } = oracle(negotiation, { basis });
        negotiation.guarantees.forEach(({ id }, g) => {
          const after = aggregate(failing(negotiation, g), { basis });
          const row = leverage.find(({ guarantee }) => guarantee === id);
          const relying = row?.profiles.map((profile) => profile.id) ?? [];
          for (const left of after.leverage) {
            const said = left.profiles.filter((profile) => relying.includes(profile.id));
            // It fails once, and what was said of a profile without another is gone.
            if (left.guarantee === id) expect(left.profiles).toEqual([]);
            else expect(said.map(({ stated }) => stated)).toEqual(said.map(() => 0));
          }
          before.profiles.forEach((own, x) => {
            const without = row?.profiles.find((profile) => profile.id === own.id);
            const then = after.profiles[x];
            if (without === undefined) {
              expect(then?.verdict).toBe(own.verdict);
              return;
            }
            relied += 1;
            expect(then?.verdict).toBe(without.without);
            for (const stance of STANCES) {
              const holds = ({ pairs }: typeof after) =>
                pairs[stance].find(({ over, under }) => over === own.id && under === defaultOf(before))
                  ?.adequate;
              expect(holds(before) === true && holds(after) === false).toBe(without.pivotal[stance]);
            }
          });
        });
      }),
      runs(300),
    );
    expect(relied).toBeGreaterThan(100);
  });

  it('has of every profile against the default what the slow twin says', () => {
    fc.assert(
      fc.property(negotiations(), fc.constantFrom(...BASES), fc.nat(), (negotiation, basis, which) => {
        const { guarantees } = negotiation;
        if (guarantees.length === 0) return;
        const world = failing(negotiation, which % guarantees.length);
        expect(againstDefault(aggregate(world, { basis }))).toEqual(againstDefault(oracle(world, { basis })));
      }),
      runs(300),
    );
  });
});

/** What compares others with a profile, or the default with it: of that `failing` promises nothing. */
const OF_OTHERS = [
  'efficient',
  'weaklyEfficient',
  'core',
  'dominatedBy',
  'unanimous',
  'worseOff',
  'stability',
];

function againstDefault(result: AggregationResult) {
  return withoutNames(result).profiles.map((profile) =>
    Object.fromEntries(Object.entries(profile).filter(([key]) => !OF_OTHERS.includes(key))),
  );
}

function defaultOf({ profiles }: ReturnType<typeof aggregate>): string | undefined {
  return profiles.find(({ verdict }) => verdict === 'default')?.id;
}
