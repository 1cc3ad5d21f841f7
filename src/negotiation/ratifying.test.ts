import { expect, it } from 'vitest';
import { ratifying } from './ratifying';

const stakeholders = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, kind: 'lab' as const }));

it('strikes round by round, since one who is struck may take others along', () => {
  const pledges = [
    { stakeholder: 'a', condition: null },
    { stakeholder: 'b', condition: { includes: ['c'] } },
    { stakeholder: 'c', condition: { includes: ['d'] } },
  ];
  expect(ratifying({ stakeholders }, pledges)).toEqual({
    standing: ['a'],
    struck: [
      { stakeholder: 'c', round: 1 },
      { stakeholder: 'b', round: 2 },
    ],
  });
});

it('keeps conditions that hold one another up', () => {
  const pledges = [
    { stakeholder: 'a', condition: { includes: ['b'] } },
    { stakeholder: 'b', condition: { members: { atLeast: 2 } } },
  ];
  expect(ratifying({ stakeholders }, pledges)).toEqual({ standing: ['a', 'b'], struck: [] });
});
