import { expect, it } from 'vitest';
import { viewerOf, viewersOf } from './authority';
import type { Member } from './roles';

const MEMBERS: readonly Member[] = [
  { pseudonym: 'u_one', role: 'delegate', stakeholder: 'lab-a' },
  { pseudonym: 'u_two', role: 'facilitator', stakeholder: null },
  { pseudonym: 'u_one', role: 'auditor', stakeholder: null },
  { pseudonym: 'u_one', role: 'delegate', stakeholder: 'lab-b' },
];
const DEPUTIES = [
  {
    stakeholder: 'lab-c',
    pseudonym: 'u_two',
    by: 'u_three',
    from: '2026-03-01T00:00:00.000Z',
    until: '2026-04-01T00:00:00.000Z',
  },
];
const state = { members: MEMBERS, deputies: DEPUTIES };

it('knows a person by all of their seats, and by the period of a deputy', () => {
  expect(viewerOf(state, 'u_one', '2026-03-15T00:00:00.000Z')).toEqual({
    roles: ['delegate', 'auditor'],
    stakeholders: ['lab-a', 'lab-b'],
    signedIn: true,
  });
  const inPeriod = { roles: ['facilitator', 'delegate'], stakeholders: ['lab-c'], signedIn: true };
  expect(viewerOf(state, 'u_two', '2026-03-01T00:00:00.000Z')).toEqual(inPeriod);
  const after = { roles: ['facilitator'], stakeholders: [], signedIn: true };
  expect(viewerOf(state, 'u_two', '2026-04-01T00:00:00.000Z')).toEqual(after);
});

it('knows each of many as it knows them one by one', () => {
  const viewers = viewersOf(state);
  for (const now of ['2026-02-28T00:00:00.000Z', '2026-03-15T00:00:00.000Z', '2026-04-01T00:00:00.000Z'])
    for (const actor of ['u_one', 'u_two', 'u_three', 'u_nobody'])
      expect(viewers(actor, now)).toEqual(viewerOf(state, actor, now));
});
