import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { BASES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { standingOn } from '@/core/testing/oracle-standing';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import { toNegotiation } from '../file/to-negotiation';
import { faultOfLeverage } from '../testing/claims-of-leverage';
import { faultOfStability } from '../testing/claims-of-stability';
import { faultOfThreats } from '../testing/claims-of-threats';
import { fileOf } from '../testing/file-of';
import { leverageSentences } from './leverage-sentences';
import { stabilitySentences } from './stability-sentences';
import { threatSentence } from './threat-sentence';

const scenes = fc
  .record({ drawn: negotiations(), basis: fc.constantFrom(...BASES) })
  .map(({ drawn, basis }) => {
    const file = fileOf(drawn);
    const negotiation = toNegotiation(file);
    return { file, negotiation, basis, standing: standingOn(negotiation, basis) };
  });

describe(`threats, stability and research leverage in sentences (${REPRODUCE})`, { timeout: 300_000 }, () => {
  const told = new Set<string>();

  it('say of threats what their assessors do', () => {
    fc.assert(
      fc.property(scenes, ({ file, negotiation, basis, standing }) => {
        const result = aggregate(negotiation, { basis, searches: false });
        negotiation.profiles.forEach(({ id }, x) => {
          const said = threatSentence(file, result, id);
          expect(said === null).toBe(x === standing.d);
          if (said === null) return;
          told.add(said.key);
          expect(faultOfThreats(standing, x, said)).toBeNull();
        });
      }),
      runs(300),
    );
  });

  it('say who would walk away from a profile, and what keeps whom', () => {
    fc.assert(
      fc.property(scenes, ({ file, negotiation, basis, standing }) => {
        const result = aggregate(negotiation, { basis, searches: false });
        negotiation.profiles.forEach(({ id }, x) => {
          const said = stabilitySentences(file, result, id);
          for (const { key } of said) told.add(key);
          expect(faultOfStability(standing, x, said)).toBeNull();
        });
      }),
      runs(400),
    );
  });

  it('say for which profile which guarantee is pivotal, and what its verdict would be without', () => {
    fc.assert(
      fc.property(scenes, ({ file, negotiation, basis, standing }) => {
        const said = leverageSentences(file, aggregate(negotiation, { basis, searches: false }));
        for (const { key } of said) told.add(key);
        expect(faultOfLeverage(standing, said)).toBeNull();
      }),
      runs(300),
    );
  });

  it('were drawn with every sentence', () => {
    const threats = ['threats.worse', 'threats.unresolved', 'threats.no-worse', 'threats.safer'];
    const stability = ['nothing', 'none', 'nash', 'smr', 'seq', 'gmr', 'temptation', 'more'];
    const leverage = ['leverage.none', 'leverage.firm', 'leverage.pivotal'];
    expect([...told].sort()).toEqual(
      [...threats, ...stability.map((key) => `stability.${key}`), ...leverage].sort(),
    );
  });
});
