import { describe, expect, it } from 'vitest';
import { aggregate } from '../aggregate';
import { BASES } from '../model';
import { asExpected, EXAMPLES, expectedOf, loadExample } from '../testing/load-example';

describe.each(EXAMPLES)('example %s', (name) => {
  it.each(BASES)('has the expected result on the %s basis, byte for byte', (basis) => {
    const result = aggregate(loadExample(name), { basis, power: basis === 'stated' });
    expect(JSON.stringify(asExpected(result))).toBe(JSON.stringify(expectedOf(name, basis)));
    if (basis === 'stated') expect(result.power?.method).toBe('exact');
  });
});
