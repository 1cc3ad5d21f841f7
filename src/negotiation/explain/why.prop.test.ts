import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { BASES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { standingOn } from '@/core/testing/oracle-standing';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import { toNegotiation } from '../file/to-negotiation';
import { faultOfWhy } from '../testing/claims-of-why';
import { fileOf } from '../testing/file-of';
import { verdictReasons } from './verdict-reasons';

describe(`why a profile has its verdict (${REPRODUCE})`, { timeout: 300_000 }, () => {
  const told = new Set<string>();

  it('is true in every sentence, of the slow twin of the aggregator', () => {
    fc.assert(
      fc.property(negotiations(), fc.constantFrom(...BASES), (drawn, basis) => {
        const file = fileOf(drawn);
        const negotiation = toNegotiation(file);
        const standing = standingOn(negotiation, basis);
        const result = aggregate(negotiation, { basis });
        negotiation.profiles.forEach(({ id }, x) => {
          for (const said of verdictReasons(file, result, id)) {
            told.add(said.key);
            expect(faultOfWhy(standing, x, said)).toBeNull();
          }
        });
      }),
      runs(400),
    );
  });

  it('was drawn with every sentence', () => {
    expect([...told].sort()).toEqual(
      [
        'reason.criticalGain',
        'reason.enough',
        'reason.fallsIf',
        'reason.gainers',
        'reason.gainersToo',
        'reason.lacks',
        'reason.needs',
        'reason.notEnough',
        'reason.resilience',
        'reason.rule',
        'reason.silent',
        'reason.state',
        'reason.worseOff',
        'verdict.clears',
        'verdict.default',
        'verdict.leans',
        'verdict.out-of-reach',
        'verdict.within-reach',
      ].sort(),
    );
  });
});
