import { expect, it } from 'vitest';
import { addressOf, narrows } from './filters';
import { instantsOf, readFilters } from './read-filters';

it('reads an address back that it wrote', () => {
  const filters = {
    at: 17,
    order: 'oldest',
    type: 'ballots',
    stakeholder: 'lab-aurora',
    profile: 'race',
    actor: 'u_abcd',
    since: '2026-01-02',
    until: '2026-01-03',
  } as const;
  const address = addressOf('/n/x/history', filters);
  const params = Object.fromEntries(new URL(address, 'http://localhost').searchParams);
  expect(readFilters(params)).toEqual({ filters, unread: [] });
  expect(addressOf('/n/x/history', filters, { at: 3, order: 'newest' })).toMatch(/[?]at=3&type=ballots&/);
});

it('takes empty fields for none, and names what it does not understand', () => {
  expect(readFilters({ type: '', since: ' ', at: '' })).toEqual({ filters: { order: 'newest' }, unread: [] });
  expect(
    readFilters({ type: 'nonsense', actor: 'Alice', since: '2026-02-30', until: 'today', at: '-1' }),
  ).toEqual({ filters: { order: 'newest' }, unread: ['type', 'actor', 'since', 'until'] });
  expect(addressOf('/n/x/history', { order: 'newest' })).toBe('/n/x/history');
});

it('a position and an order leave nothing out', () => {
  expect(narrows({ order: 'oldest', at: 3 })).toBe(false);
  expect(narrows({ order: 'newest', actor: 'system' })).toBe(true);
});

it('days are days of the reader, also when the clocks change', () => {
  expect(instantsOf({ order: 'newest', since: '2026-03-29', until: '2026-03-29' }, 'Europe/London')).toEqual({
    since: '2026-03-29T00:00:00.000Z',
    until: '2026-03-29T22:59:59.999Z',
  });
  expect(instantsOf({ order: 'newest', since: '2026-01-01' }, 'Asia/Tokyo')).toEqual({
    since: '2025-12-31T15:00:00.000Z',
  });
});
