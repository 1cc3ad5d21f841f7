import { expect, it } from 'vitest';
import { addressOf, askedOf } from './asked';

it('reads from an address what it wrote into it', () => {
  const asked = askedOf({ basis: 'stated', gains: 'a pause', stance: 'possible', weigh: '#&' });
  const address = new URL(addressOf('/n/x/results', asked, { over: 'p', under: 'd' }, 'pairs'), 'http://a');
  expect(askedOf(Object.fromEntries(address.searchParams))).toEqual({ ...asked, over: 'p', under: 'd' });
  expect(address.hash).toBe('#pairs');
});

it('takes what it does not know for the usual', () => {
  expect(askedOf({ basis: ['stated', 'informed'], stance: 'sometimes' })).toEqual({
    basis: 'informed',
    gains: null,
    stance: 'necessary',
    weigh: null,
    over: null,
    under: null,
    leave: null,
    mover: null,
    to: null,
    first: null,
    second: null,
    open: null,
  });
});
