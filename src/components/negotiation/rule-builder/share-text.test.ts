import { expect, it } from 'vitest';
import { shareFrom } from './share-text';

it.each([
  ['60 %', '60/100'],
  ['66.67%', '6667/10000'],
  ['0,5 %', '5/1000'],
  ['2 / 3', '2/3'],
  ['100%', '100/100'],
  ['more', 'more'],
  ['', ''],
])('reads %s as %s', (text, share) => {
  expect(shareFrom(text)).toBe(share);
});
