import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { failing } from './failing';
import { BASES, STANCES } from './model';
import { negotiations } from './testing/arbitrary-negotiation';
import { oracle } from './testing/oracle';
import { REPRODUCE, runs } from './testing/property-runs';

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
});

function defaultOf({ profiles }: ReturnType<typeof aggregate>): string | undefined {
  return profiles.find(({ verdict }) => verdict === 'default')?.id;
}
