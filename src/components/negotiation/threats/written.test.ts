import { afterEach, expect, it, vi } from 'vitest';
import { cellKey } from './cell';
import { forgetWritten, keepWritten, readWritten } from './written';

const kept = new Map<string, string>();
vi.stubGlobal('sessionStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => kept.set(key, text),
  removeItem: (key: string) => kept.delete(key),
});
afterEach(() => kept.clear());

const SAID = { change: [-1, 0, 3], reason: 'It is so.', evidence: null } as const;
const KEY = cellKey('race', 'takeover/power');

it('reads what it kept, until it is forgotten', () => {
  keepWritten('x/threats/lab', new Map([[KEY, SAID]]));
  expect(readWritten('x/threats/lab')).toEqual(new Map([[KEY, SAID]]));
  expect(readWritten('x/threats/other').size).toBe(0);
  forgetWritten('x/threats/lab');
  expect(readWritten('x/threats/lab').size).toBe(0);
});

it.each([
  'no JSON',
  '{}',
  JSON.stringify([[KEY]]),
  JSON.stringify([['without-space', SAID]]),
  JSON.stringify([[KEY, { ...SAID, change: [0, 0, 4] }]]),
  JSON.stringify([[KEY, { ...SAID, change: [0, 0.5, 1] }]]),
  JSON.stringify([[KEY, { ...SAID, change: [0, 0] }]]),
  JSON.stringify([[KEY, { change: [0, 0, 0], reason: null }]]),
  JSON.stringify([[KEY, { ...SAID, evidence: 3 }]]),
])('takes what is of another form for nothing: %s', (text) => {
  kept.set('parley-written/x', text);
  expect(readWritten('x').size).toBe(0);
});
