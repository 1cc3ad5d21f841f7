import { createFormatter } from 'next-intl';
import { expect, it } from 'vitest';
import { pointsInWords } from './numbers';

const format = createFormatter({ locale: 'en-GB' });

it.each([
  ['0', '0'],
  ['25/2', '12.5'],
  ['200/3', '66.67'],
  ['1/200', '0.01'],
  ['1/300', '0.003'],
  ['-1/30000', '−0.00003'],
  ['2441380029/50', '48,827,600.58'],
])('writes %s points as %s', (points, words) => {
  expect(pointsInWords(points, format)).toBe(words);
});
