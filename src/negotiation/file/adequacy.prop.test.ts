import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRule, electorate, satisfies } from '@/core/rule';
import { runs } from '@/core/testing/property-runs';
import { satisfiedBy } from './adequacy';
import type { NegotiationFile, RuleNode } from './model';
import { validateNegotiation } from './read';
import { showFault } from './show';
import { toNegotiation } from './to-negotiation';

const dimension = fc.constantFrom('d0', 'd1');
const share = fc.constantFrom('0/1', '0/7', '1/2', '1/3', '999999999/1000000000', '1/1', '5/5');
const { rule } = fc.letrec<{ rule: RuleNode; nodes: RuleNode[] }>((tie) => ({
  nodes: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }),
  rule: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'rule' },
    fc.record({ quota: fc.record({ dimension, moreThan: share }) }),
    fc.record({ quota: fc.record({ dimension, atLeast: share }) }),
    fc.record({ members: fc.record({ moreThan: share }) }),
    fc.record({ members: fc.record({ atLeast: fc.oneof(share, fc.integer({ min: 1, max: 3 })) }) }),
    fc.record({ members: fc.record({ allBut: fc.integer({ min: 0, max: 2 }) }) }),
    fc.record({ includes: fc.constantFrom(['a'], ['b', 'c'], ['a', 'b', 'c']) }),
    fc.record({ allOf: tie('nodes') }),
    fc.record({ anyOf: tie('nodes') }),
  ),
}));
const weight = fc.constantFrom(0, 0, 0, 1, 1_000_000_000);

function fileOf(rule: RuleNode, weights: readonly number[]): NegotiationFile {
  return {
    format: 'parley-negotiation/1',
    title: '',
    dimensions: ['d0', 'd1'].map((id) => ({ id, label: '' })),
    rule,
    stakeholders: ['a', 'b', 'c'].map((id, i) => ({
      id,
      name: id,
      kind: 'lab',
      weights: { d0: weights[i] ?? 0, d1: weights[i + 3] ?? 0 },
    })),
    profiles: [
      { id: 'today', title: '', default: true },
      { id: 'other', title: '' },
    ],
  };
}

describe('whether nobody and everyone are adequate', () => {
  it('is what the core finds, and what a file is refused for', () => {
    fc.assert(
      fc.property(rule, fc.array(weight, { minLength: 6, maxLength: 6 }), (node, weights) => {
        const file = fileOf(node, weights);
        const negotiation = toNegotiation(file);
        const among = electorate(negotiation.stakeholders, 2);
        const compiled = compileRule(negotiation.rule, among);
        const nobody = satisfies(compiled, { count: 0, weight: () => 0, has: () => false });
        const everyone = satisfies(compiled, {
          count: 3,
          weight: (d) => among.totals[d] ?? 0,
          has: () => true,
        });
        const totals = { weighs: (id: string) => (among.totals[id === 'd0' ? 0 : 1] ?? 0) > 0 };
        expect(satisfiedBy('nobody', node, totals)).toBe(nobody);
        expect(satisfiedBy('everyone', node, totals)).toBe(everyone);
        const read = validateNegotiation(file);
        const lines = read.ok ? [] : read.faults.map(showFault);
        if (nobody) expect(lines).toEqual(['rule: nobody at all would be adequate under this rule']);
        else if (!everyone)
          expect(lines).toEqual(['rule: not even everyone together would be adequate under this rule']);
        else expect(lines).toEqual([]);
      }),
      runs(500),
    );
  });
});
