import { describe, expect, it } from 'vitest';
import { aggregate } from '../aggregate';
import { type AggregationResult, BASES } from '../model';
import { examples, expected, load } from './load';

/**
 * The expected files hold the bare list of stakeholders as `power`; negotiation-file.md puts it beside the method,
 * which is exact for all of them.
 */
function asInTheFiles({ power, ...result }: AggregationResult) {
  if (power === undefined) return result;
  expect(power.method).toBe('exact');
  return { ...result, power: power.stakeholders };
}

/** Which of several equally good sets is named is free (examples/README.md): the names of joiners are left out. */
function withoutJoiners(result: unknown): string {
  return JSON.stringify(result, (key, value: unknown) => (key === 'joiners' ? undefined : value));
}

describe.each(examples)('example %s', (name) => {
  it.each(BASES)('has the expected result on the %s basis, byte for byte', (basis) => {
    const result = aggregate(load(name), { basis, power: basis === 'stated' });
    expect(withoutJoiners(asInTheFiles(result))).toBe(JSON.stringify(expected(name, basis)));
  });
});

it('finds the examples', () => {
  expect(examples.length).toBe(13);
});
