import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { defaultProfileId, meets, supportOf, tracksOf } from './tracks';

const file: NegotiationFile = JSON.parse(readFileSync('prisma/demo/frontier-training.json', 'utf8'));

describe('the tracks of the demonstration', () => {
  it('are its two quotas and its share of members', () => {
    expect(
      tracksOf(file).map(({ dimension, total, a, b, strict }) => [dimension, total, a, b, strict]),
    ).toEqual([
      ['compute', 1000, 1, 2, true],
      ['population', 3650, 1, 2, true],
      [null, 12, 1, 2, false],
    ]);
  });

  it('are all passed, with the needs, exactly where the result says that the coalition is adequate', () => {
    const result = aggregate(toNegotiation(file), { basis: 'stated' });
    const base = defaultProfileId(file);
    for (const stance of STANCES) {
      // No needs: the tracks alone decide, since the rule is a conjunction of them.
      for (const profile of ['pause-deneb-out', 'liability']) {
        const pair = result.pairs[stance].find(({ over, under }) => over === profile && under === base);
        const all = tracksOf(file).every((track) => supportOf(result, profile, base, track)[stance].met);
        expect(all).toBe(pair?.adequate);
      }
    }
  });
});

describe('a threshold', () => {
  it('is compared exactly, where a double would not tell', () => {
    const track = { key: '', dimension: 'd', total: 999_999_999_999_999, a: 1, b: 3 };
    expect(meets({ ...track, strict: false }, 333_333_333_333_333)).toBe(true);
    expect(meets({ ...track, strict: true }, 333_333_333_333_333)).toBe(false);
    expect(meets({ ...track, strict: true }, 333_333_333_333_334)).toBe(true);
  });

  it('is passed by more whenever it is passed by less', () => {
    const whole = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, whole, fc.boolean(), (total, some, more, strict) => {
        const track = { key: '', dimension: 'd', total, a: 2, b: 3, strict };
        const [less, greater] = [Math.min(some, more), Math.max(some, more)];
        expect(!meets(track, less) || meets(track, greater)).toBe(true);
      }),
    );
  });
});
