import { expect, it } from 'vitest';
import { id } from '@/negotiation/events/scalars';
import { idFrom } from './id-from';

it.each([
  ['Verified pause', 'verified-pause'],
  ['  Überprüfte Pause! ', 'uberprufte-pause'],
  ['停', 'item'],
  ['a'.repeat(200), 'a'.repeat(56)],
])('%s becomes %s', (title, expected) => {
  expect(idFrom(title, new Set())).toBe(expected);
  expect(id.safeParse(idFrom(title, new Set([expected]))).success).toBe(true);
});

it('counts on where it is taken', () => {
  expect(idFrom('A deal', new Set(['a-deal', 'a-deal-2']))).toBe('a-deal-3');
});
