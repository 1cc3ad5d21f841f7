import { expect, it } from 'vitest';
import { lineOf, linesOf } from './json-lines';

const TEXT = `{
  "allOf": [
    { "quota": { "dimension": "compute", "moreThan": "1/2" } },
    { "anyOf": [
      { "includes": ["us",
        "a,b: {c}"] }
    ] }
  ]
}`;

it('tells the line of each value by its path', () => {
  const lines = linesOf(TEXT);
  expect(lines.get('$')).toBe(1);
  expect(lines.get('allOf[0].quota.moreThan')).toBe(3);
  expect(lines.get('allOf[1].anyOf[0].includes[0]')).toBe(5);
  expect(lines.get('allOf[1].anyOf[0].includes[1]')).toBe(6);
});

it('falls back to the nearest place around what is not there', () => {
  const lines = linesOf(TEXT);
  expect(lineOf('allOf[1].anyOf[0].members', lines)).toBe(5);
  expect(lineOf('elsewhere', lines)).toBe(1);
  expect(lineOf('$', new Map())).toBe(null);
});
