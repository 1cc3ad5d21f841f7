import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { BASES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import { headText, PartsToAdd, restTexts } from './standing-parts';
import { standingTexts } from './standing-rows';

it(`parts are the very text of the result, in whatever pieces (${REPRODUCE})`, () => {
  fc.assert(
    fc.property(negotiations(), fc.boolean(), (negotiation, power) => {
      for (const basis of BASES) {
        const result = aggregate(negotiation, { basis, power });
        const whole = JSON.stringify(result);
        const split = restTexts(result, 0);
        expect(headText(result) + split.join('')).toBe(whole);
        expect(restTexts(result)).toEqual([split.join('')]);
        expect(split.length).toBeGreaterThanOrEqual(negotiation.profiles.length + 5);
      }
    }),
    runs(200),
  );
});

it(`both bases name parts by their hashes, and only what is not stored comes along (${REPRODUCE})`, () => {
  fc.assert(
    fc.property(negotiations(), (negotiation) => {
      const results = {
        stated: aggregate(negotiation, { basis: 'stated' }),
        informed: aggregate(negotiation, { basis: 'informed' }),
      };
      const first = standingTexts(results, []);
      const known = textsOf(first.added);
      for (const basis of BASES) {
        const text = first[basis].parts.map((hash) => known.get(hash)).join('');
        expect(text).toBe(JSON.stringify(results[basis]));
      }
      const [one = '', ...others] = first.added.hashes;
      expect([...textsOf(standingTexts(results, others).added)]).toEqual([[one, known.get(one)]]);
      const shared = standingTexts({ ...results, informed: { ...results.stated, basis: 'informed' } }, []);
      expect(shared.informed.parts.slice(1)).toEqual(shared.stated.parts.slice(1));
      expect(shared.added.hashes).toHaveLength(shared.stated.parts.length + 1);
    }),
    runs(100),
  );
});

it('texts of any letters are told apart by their bytes', () => {
  const parts = new PartsToAdd([]);
  const hashes = parts.take(['é€𝄞', 'a', 'é€𝄞', '']);
  expect(hashes[0]).toBe(hashes[2]);
  expect([...textsOf(parts.added).values()]).toEqual(['é€𝄞', 'a', '']);
});

function textsOf({ hashes, lengths, bytes }: PartsToAdd['added']): Map<string, string> {
  let end = 0;
  return new Map(
    hashes.map((hash, k) => {
      const start = end;
      end += lengths[k] ?? 0;
      return [hash, new TextDecoder().decode(bytes.subarray(start, end))] as const;
    }),
  );
}
