import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { BASES, type Negotiation, STANCES, type Stance } from './model';
import { Preferences } from './preferences';
import { compare, type Rational, rational } from './rational';
import { negotiations } from './testing/arbitrary-negotiation';
import { runs } from './testing/property-runs';

const anyBasis = fc.constantFrom(...BASES);
const anyStance = fc.constantFrom(...STANCES);

function idsOf({ stakeholders }: Negotiation, members: readonly number[]): (string | undefined)[] {
  return members.map((i) => stakeholders[i]?.id);
}

function points(text: string): Rational {
  const [num = '0', den = '1'] = text.split('/');
  return rational(BigInt(num), BigInt(den));
}

it('names the coalitions of the result', () => {
  fc.assert(
    fc.property(negotiations(), anyBasis, anyStance, (negotiation, basis, stance) => {
      const preferences = new Preferences(negotiation, basis);
      const result = aggregate(negotiation, { basis });
      const index = new Map(negotiation.profiles.map(({ id }, x) => [id, x]));
      for (const { over, under, members } of result.pairs[stance]) {
        const [x, y] = [index.get(over) ?? -1, index.get(under) ?? -1];
        expect(preferences.coalition(x, y, stance)).toHaveLength(members);
      }
      for (const { id, coalition } of result.profiles) {
        if (coalition === null) continue;
        const members = preferences.coalition(index.get(id) ?? -1, preferences.frame.default, stance);
        expect(idsOf(negotiation, members)).toEqual(coalition[stance]);
      }
      const silent = [...negotiation.stakeholders.keys()].filter((i) => preferences.isSilent(i));
      expect(idsOf(negotiation, silent)).toEqual(result.silent);
    }),
    runs(60),
  );
});

it('gives gains whose signs are who gains, and of which one is the critical gain', () => {
  fc.assert(
    fc.property(negotiations(), anyBasis, anyStance, (negotiation, basis, stance) => {
      const preferences = new Preferences(negotiation, basis);
      const result = aggregate(negotiation, { basis });
      result.profiles.forEach(({ criticalGain }, x) => {
        if (x === preferences.frame.default) return;
        const gains = negotiation.stakeholders.map((_, i) => preferences.gain(i, x, stance));
        const gaining = gains.flatMap((gain, i) => (gain !== null && points(gain).num > 0n ? [i] : []));
        expect(gaining).toEqual(preferences.coalition(x, preferences.frame.default, stance));
        const critical = criticalGain?.[stance] ?? null;
        if (critical === null) return;
        expect(gains).toContain(critical);
        const reaching = gains.filter(
          (gain) => gain !== null && compare(points(gain), points(critical)) >= 0,
        );
        expect(reaching.length).toBeGreaterThan(0);
      });
    }),
    runs(60),
  );
});

it('finds somebody in the way exactly where a profile does not dominate', () => {
  fc.assert(
    fc.property(negotiations(), anyBasis, anyStance, (negotiation, basis, stance) => {
      const preferences = new Preferences(negotiation, basis);
      const result = aggregate(negotiation, { basis });
      result.profiles.forEach(({ dominatedBy }, x) => {
        negotiation.profiles.forEach(({ id, adoptable }, y) => {
          if (!adoptable || x === y) return;
          expect(dominatedBy[stance].includes(id)).toBe(dominates(preferences, y, x, stance));
        });
      });
    }),
    runs(60),
  );
});

function dominates(preferences: Preferences, y: number, x: number, stance: Stance): boolean {
  return (
    preferences.inTheWay(y, x, stance).length === 0 &&
    preferences.coalition(y, x, stance).length > 0 &&
    (stance !== 'expected' || preferences.hasQuorum())
  );
}
