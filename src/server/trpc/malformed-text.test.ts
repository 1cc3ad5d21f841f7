import { expect, it } from 'vitest';
import { malformedText } from './malformed-text';

it('finds half a surrogate pair in a text or a name, wherever it lies', () => {
  expect(malformedText({ a: ['fine', { b: 'half \ud83d' }] })).toBe('a.1.b');
  expect(malformedText({ scores: { '\udc00': 1 } })).toBe('scores');
  expect(malformedText('\ud800')).toBe('');
});

it('passes whole text, other values and any depth', () => {
  expect(malformedText({ a: '😀', b: [1, null, true], c: undefined })).toBeNull();
  let deep: unknown = 'end';
  for (let i = 0; i < 200_000; i++) deep = [deep];
  expect(malformedText(deep)).toBeNull();
});
