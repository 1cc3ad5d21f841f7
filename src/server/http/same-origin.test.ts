import { describe, expect, it } from 'vitest';
import { isFromOurPages } from './same-origin';

const HOSTS = ['parley.example'];

describe('where a change may come from', () => {
  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'https://parley.example' }, true],
    ['our own page of a browser that says only Origin', { origin: 'https://parley.example' }, true],
    ['a program that is no browser', {}, true],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
    [
      'another site that claims our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'https://parley.example' },
      false,
    ],
    ['a sibling domain', { 'sec-fetch-site': 'same-site' }, false],
    ['another port of our host', { origin: 'https://parley.example:8443' }, false],
    ['a page without an origin', { origin: 'null' }, false],
    ['an origin that is none', { origin: 'parley.example' }, false],
  ])('%s', (_, headers, expected) => {
    expect(isFromOurPages({ method: 'POST', headers }, HOSTS)).toBe(expected);
  });

  it('may be anywhere for a request that changes nothing', () => {
    expect(isFromOurPages({ method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } }, HOSTS)).toBe(true);
  });
});
