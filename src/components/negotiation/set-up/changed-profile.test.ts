import { expect, it } from 'vitest';
import type { FileProfile } from '@/negotiation/file/model';
import { changedProfile } from './changed-profile';

const deal: FileProfile = {
  id: 'deal',
  title: 'Deal',
  summary: 'What it is.',
  amends: 'draft',
  adoptable: false,
  relies: ['g'],
  needs: { includes: ['a'] },
  strategies: { a: 'stop', b: 'inspect' },
};

it('keeps what was not changed', () => {
  expect(changedProfile(deal, {})).toEqual(deal);
  expect(changedProfile({ id: 'today', title: 'Today', default: true }, { title: 'Now' })).toEqual({
    id: 'today',
    title: 'Now',
    default: true,
  });
});

it('leaves out what was emptied', () => {
  expect(
    changedProfile(deal, {
      summary: '',
      adoptable: true,
      relies: [],
      needs: null,
      strategies: { a: '', b: 'inspect' },
    }),
  ).toEqual({ id: 'deal', title: 'Deal', amends: 'draft', strategies: { b: 'inspect' } });
});
