import { describe, expect, it } from 'vitest';
import { pathWithin } from './path-within';

describe('where a reader goes after signing in', () => {
  it('is the page they came from', () => {
    expect(pathWithin('/n/frontier-training/results?basis=stated')).toBe(
      '/n/frontier-training/results?basis=stated',
    );
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'n/x',
    '',
    undefined,
    ['/a', '/b'],
  ])('is never another site or nothing: %j', (value) => {
    expect(pathWithin(value)).toBe('/negotiations');
  });
});
