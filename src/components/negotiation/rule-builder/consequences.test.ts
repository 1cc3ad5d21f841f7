import { expect, it } from 'vitest';
import type { FileStakeholder, RuleNode } from '@/negotiation/file/model';
import { consequencesOf } from './consequences';

const stakeholder = (id: string, compute: number): FileStakeholder => ({
  id,
  name: id,
  kind: 'lab',
  weights: { compute },
});
const subjects = {
  dimensions: [{ id: 'compute', label: 'Compute' }],
  stakeholders: [stakeholder('a', 50), stakeholder('b', 49), stakeholder('c', 1), stakeholder('d', 0)],
};

it('names the coalitions, the veto and who can never matter', () => {
  const rule: RuleNode = {
    allOf: [{ quota: { dimension: 'compute', moreThan: '1/2' } }, { includes: ['a'] }],
  };
  expect(consequencesOf(rule, subjects)).toMatchObject({
    listed: [
      ['a', 'b'],
      ['a', 'c'],
    ],
    count: 2n,
    exact: true,
    vetoes: ['a'],
    dummies: ['d'],
    proper: { kind: 'proper' },
  });
});

it('shows two adequate coalitions that have no member in common', () => {
  const { proper } = consequencesOf({ quota: { dimension: 'compute', atLeast: '1/2' } }, subjects);
  expect(proper.kind).toBe('improper');
});
