import { describe, expect, it } from 'vitest';
import { BASES } from '../model';
import { asExpected, EXAMPLES, expectedOf, loadExample } from './load-example';
import { oracle } from './oracle';

describe('the oracle reproduces the examples of the specification', () => {
  for (const name of EXAMPLES) {
    for (const basis of BASES) {
      it(`${name}, ${basis}`, () => {
        const expected = expectedOf(name, basis);
        const result = asExpected(oracle(loadExample(name), { basis, power: basis === 'stated' }));
        expect(result).toEqual(expected);
        expect(JSON.stringify(result)).toBe(JSON.stringify(expected));
      });
    }
  }
});
