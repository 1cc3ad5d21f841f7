import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { STANCES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { runs } from '@/core/testing/property-runs';
import { matrixOf } from './matrix';
import { byStrength } from './order';

it('orders profiles so that whoever has more adequate pairs stands before, and has every pair of the result', () => {
  fc.assert(
    fc.property(negotiations(), (negotiation) => {
      const result = aggregate(negotiation, { basis: 'informed' });
      const order = byStrength(result);
      expect([...order].sort()).toEqual(negotiation.profiles.map(({ id }) => id).sort());
      const wins = order.map(
        (id) => result.pairs.necessary.filter(({ over, adequate }) => over === id && adequate).length,
      );
      expect(wins).toEqual([...wins].sort((a, b) => b - a));
      for (const stance of STANCES) {
        const matrix = matrixOf(result, order, stance);
        for (const { over, under, members, adequate } of result.pairs[stance]) {
          const at = order.indexOf(over) * order.length + order.indexOf(under);
          expect([matrix.members[at], matrix.adequate[at]]).toEqual([members, adequate ? '1' : '0']);
        }
        order.forEach((_, k) => {
          expect(matrix.members[k * order.length + k]).toBe(0);
        });
      }
    }),
    runs(60),
  );
});
