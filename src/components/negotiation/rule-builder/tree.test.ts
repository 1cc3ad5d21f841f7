import { describe, expect, it } from 'vitest';
import type { RuleNode } from '@/negotiation/file/model';
import { faultsAt } from './fault-place';
import { edited, newCondition, type RuleSubjects, turned, withNode } from './tree';

const subjects: RuleSubjects = {
  dimensions: [{ id: 'compute', label: 'Compute' }],
  stakeholders: [{ id: 'us', name: 'US', kind: 'government' }],
};
const heads: RuleNode = { members: { atLeast: 3 } };
const us: RuleNode = { includes: ['us'] };
const tree: RuleNode = { allOf: [heads, { anyOf: [us, heads] }] };

describe('edits of a rule tree', () => {
  it('reach a node by its path and leave the others as they are', () => {
    expect(edited(tree, [1, 0], () => heads)).toEqual({ allOf: [heads, { anyOf: [heads, heads] }] });
    expect(edited(tree, [1, 0], () => null)).toEqual({ allOf: [heads, { anyOf: [heads] }] });
    expect(edited(tree, [], () => us)).toEqual(us);
    expect(edited(tree, [0, 0], () => us)).toEqual(tree);
  });

  it('never take the root away', () => {
    expect(edited(tree, [], () => null)).toBe(tree);
  });

  it('add to a group, and to nothing else', () => {
    expect(withNode(tree, [1], us)).toEqual({ allOf: [heads, { anyOf: [us, heads, us] }] });
    expect(withNode(tree, [0], us)).toEqual(tree);
  });

  it('keep what there is when the kind of a card changes', () => {
    expect(turned(tree, 'anyOf', subjects)).toEqual({ anyOf: [heads, { anyOf: [us, heads] }] });
    expect(turned(heads, 'allOf', subjects)).toEqual({ allOf: [heads] });
    expect(turned({ allOf: [us, heads] }, 'members', subjects)).toEqual(heads);
    expect(turned({ allOf: [us] }, 'quota', subjects)).toEqual({
      quota: { dimension: 'compute', moreThan: '1/2' },
    });
  });

  it('start a condition from a majority', () => {
    expect(newCondition(subjects)).toEqual({ quota: { dimension: 'compute', moreThan: '1/2' } });
    expect(newCondition({ ...subjects, dimensions: [] })).toEqual({ members: { moreThan: '1/2' } });
  });
});

describe('faults of a card', () => {
  const fault = (path: string) => ({ path, message: 'is wrong' });
  const faults = ['$', 'allOf', 'allOf[1].anyOf', 'allOf[1].anyOf[0].includes[0]', 'allOf[10].quota'].map(
    fault,
  );
  const paths = (node: RuleNode, segments: (string | number)[]) =>
    faultsAt(faults, node, segments).map(({ path }) => path);

  it('are its own and not those of the cards in it, or of one with a longer number', () => {
    expect(paths(tree, [])).toEqual(['$', 'allOf']);
    expect(paths({ anyOf: [us] }, ['allOf', 1])).toEqual(['allOf[1].anyOf']);
    expect(paths(us, ['allOf', 1, 'anyOf', 0])).toEqual(['allOf[1].anyOf[0].includes[0]']);
    expect(paths(heads, ['allOf', 1])).not.toContain('allOf[10].quota');
  });

  it('of a rule that is one card are all of them', () => {
    expect(faultsAt([fault('members.atLeast')], heads, [])).toHaveLength(1);
  });
});
