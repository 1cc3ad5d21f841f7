import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { memberSet } from '@/core/coalition';
import { STANCES } from '@/core/model';
import { Preferences } from '@/core/preferences';
import { satisfies } from '@/core/rule';
import { byStance } from '@/core/stance';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { runs } from '@/core/testing/property-runs';
import { compare, fractionOf } from '@/negotiation/explain/exact-text';
import { gainRows, onAxis } from './gain-rows';

const NONE: readonly string[] = [];

it('puts those who reach the critical gain first, together adequate, and not without the last gain', () => {
  fc.assert(
    fc.property(negotiations(), fc.constantFrom(...STANCES), (negotiation, stance) => {
      const preferences = new Preferences(negotiation, 'stated');
      const result = aggregate(negotiation, { basis: 'stated' });
      const index = new Map(negotiation.stakeholders.map(({ id }, i) => [id, i]));
      const adequate = (x: number, ids: readonly string[]) => {
        const members = ids.map((id) => index.get(id) ?? -1);
        const rule = preferences.frame.rules[x] ?? preferences.frame.rule;
        return satisfies(rule, memberSet(negotiation.stakeholders, negotiation.dimensions.length, members));
      };
      result.profiles.forEach(({ criticalGain, coalition }, x) => {
        if (criticalGain === null) return;
        const gains = negotiation.stakeholders.map((stakeholder, i) => ({
          stakeholder: stakeholder.id,
          silent: preferences.isSilent(i),
          gain: byStance((each) => preferences.gain(i, x, each)),
        }));
        const weights = negotiation.stakeholders.map((each) => each.weights[0] ?? 1);
        const critical = criticalGain[stance];
        const rows = gainRows(gains, weights, stance, critical);
        expect(rows.map(({ stakeholder }) => stakeholder).sort()).toEqual(
          negotiation.stakeholders.map((each) => each.id).sort(),
        );
        const reaching = rows.filter((row) => row.reaches).map((row) => row.stakeholder);
        expect(rows.slice(0, reaching.length).every((row) => row.reaches)).toBe(true);
        if (critical === null) {
          expect(reaching).toEqual([]);
          return;
        }
        expect(adequate(x, reaching)).toBe(true);
        const above = rows.filter((row) => row.reaches && row.gain[stance] !== critical);
        expect(
          adequate(
            x,
            above.map((row) => row.stakeholder),
          ),
        ).toBe(false);
        // Whoever gains stands right of the middle of the axis.
        const gaining = rows.filter((row) => {
          const gain = row.gain[stance];
          return gain !== null && onAxis(gain) > 50;
        });
        const told = coalition?.[stance] ?? NONE;
        expect(new Set(gaining.map((row) => row.stakeholder))).toEqual(
          new Set(typeof told === 'number' ? NONE : told),
        );
      });
    }),
    runs(60),
  );
});

it('orders gains as their exact fractions are, however close', () => {
  const points = fc
    .tuple(
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: -2, max: 2 }),
      fc.constantFrom(1n, 3n, 10n ** 20n),
    )
    .map(([whole, more, parts]) => `${BigInt(whole) * parts + BigInt(more)}/${parts}`);
  fc.assert(
    fc.property(fc.array(fc.option(points), { maxLength: 12 }), (gains) => {
      const rows = gainRows(
        gains.map((gain, i) => ({ stakeholder: `s${i}`, silent: false, gain: byStance(() => gain) })),
        gains.map(() => 1),
        'expected',
        null,
      );
      const exact = gains
        .map((gain, i) => ({ gain, i }))
        .sort((a, b) =>
          a.gain === null || b.gain === null
            ? Number(a.gain === null) - Number(b.gain === null) || a.i - b.i
            : compare(fractionOf(b.gain), fractionOf(a.gain)) || a.i - b.i,
        );
      expect(rows.map(({ stakeholder }) => stakeholder)).toEqual(exact.map(({ i }) => `s${i}`));
    }),
    runs(300),
  );
});
