import { expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { ballot, small, triple } from './examples/small';
import type { Negotiation } from './model';

const criticalGain = (negotiation: Negotiation) =>
  aggregate(negotiation, { basis: 'stated' }).profiles[1]!.criticalGain;

it('is the lower weighted median of the gains under a strict majority', () => {
  const rows = [10, 20, 30, 40].map((gain): [number, number] => [50, 50 + gain]);
  expect(criticalGain(small([1, 1, 1, 1], rows))?.expected).toBe('20');
  expect(criticalGain(small([1, 1, 1, 4], rows))?.expected).toBe('40');
});

it('leaves out undefined gains, and is null where the others do not suffice', () => {
  const found = criticalGain(small([3, 3, 3], [[50, 60], [50, 60], null]));
  expect(found).toEqual({ necessary: '10', expected: '10', possible: '10' });
  const unheard = criticalGain(small([3, 3, 6], [[50, 60], [50, 60], null]));
  expect(unheard).toEqual({ necessary: '-100', expected: null, possible: '10' });
});

it('tells gains of weighted criteria apart that differ by a part in 15,000²', () => {
  // The gains are 1/15000 and 1/14999 of a hundredth.
  const weighted = (i: number, total: number) => {
    const weights = [...Array.from({ length: 14 }, () => 1000), total - 14_001, 1];
    const row = (first: number) => weights.map((_, k) => triple(k === 15 ? first : 50));
    return ballot(i, [], {
      content: {
        kind: 'criteria',
        weights,
        scores: new Map([
          [0, row(50)],
          [1, row(50.01)],
        ]),
      },
    });
  };
  const negotiation = small([1, 1], [], {
    criteria: Array.from({ length: 16 }, (_, k) => `c${k}`),
    ballots: [weighted(0, 15_000), weighted(1, 14_999)],
    rule: { kind: 'count', atLeast: 1 },
  });
  expect(criticalGain(negotiation)?.expected).toBe('1/1499900');
  expect(criticalGain({ ...negotiation, rule: { kind: 'count', atLeast: 2 } })?.expected).toBe('1/1500000');
});
