import { expect, it } from 'vitest';
import { countFrom, membersBoundOf, membersNode } from './members-node';

it.each([
  [{ members: { moreThan: '1/2' } }, { bound: 'moreThan', text: '1/2' }],
  [{ members: { atLeast: '55/100' } }, { bound: 'atLeast', text: '55/100' }],
  [{ members: { atLeast: 3 } }, { bound: 'count', text: '3' }],
  [{ members: { allBut: 0 } }, { bound: 'allBut', text: '0' }],
] as const)('reads %j and makes it again', (node, parts) => {
  expect(membersBoundOf(node)).toEqual(parts);
  expect(membersNode(parts.bound, parts.text)).toEqual(node);
});

it('takes the digits of a count', () => {
  expect(['12', ' 3 people', '', 'x'].map(countFrom)).toEqual(['12', '3', '0', '0']);
});
