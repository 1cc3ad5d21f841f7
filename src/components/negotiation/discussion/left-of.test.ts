import { expect, it } from 'vitest';
import { leftOf } from './left-of';

it('is what was typed behind the text that was sent, or a text that took its place', () => {
  expect(leftOf('It is so.', 'It is so.')).toBe('');
  expect(leftOf('It is so. And', 'It is so.')).toBe('And');
  expect(leftOf('It is not so.', 'It is so.')).toBe('It is not so.');
});
