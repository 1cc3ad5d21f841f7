import { expect, it } from 'vitest';
import { proposalOf, startProposal } from './proposal-form';

const frame = {
  stakeholders: [
    { id: 'a', name: 'A', kind: 'lab' },
    { id: 'b', name: 'B', kind: 'lab' },
  ],
  guarantees: [{ id: 'g', title: 'G', kind: 'other', holds: 'training' }],
  profiles: [
    { id: 'base', title: 'Base', default: true, strategies: { a: 'go on' } },
    {
      id: 'deal',
      title: 'Deal',
      summary: 'What it is.',
      relies: ['g'],
      needs: { includes: ['a'] },
      strategies: { a: 'stop', b: 'inspect' },
    },
  ],
} as const;

it('starts an amendment from what it amends, and names it', () => {
  const form = startProposal(frame, 'deal');
  expect(proposalOf(form, frame, [])).toBeNull();
  expect(
    proposalOf({ ...form, title: ' Deal ', strategies: { ...form.strategies, b: ' leave ' } }, frame, [
      'deal-2',
    ]),
  ).toEqual({
    id: 'deal-3',
    title: 'Deal',
    summary: 'What it is.',
    amends: 'deal',
    relies: ['g'],
    needs: { includes: ['a'] },
    strategies: { a: 'stop', b: 'leave' },
  });
});

it('starts a profile of its own from nothing, and never proposes a default', () => {
  const form = startProposal(frame, '');
  expect(proposalOf({ ...form, title: 'New', strategies: { a: ' ' } }, frame, [])).toEqual({
    id: 'new',
    title: 'New',
  });
  expect(proposalOf({ ...startProposal(frame, 'base'), title: 'B' }, frame, [])).toEqual({
    id: 'b',
    title: 'B',
    amends: 'base',
    strategies: { a: 'go on' },
  });
});

it('keeps what is only a state one', () => {
  expect(proposalOf({ ...startProposal(frame, ''), title: 'S', adoptable: false }, frame, [])).toMatchObject({
    adoptable: false,
  });
});
