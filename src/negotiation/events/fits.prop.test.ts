import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closed, concluded } from '../testing/stage';
import { CATALOGUE } from './catalogue';
import { quickly } from './fits';

const events = [...concluded('open').events, ...closed('sealed').events];

/** A JSON value with one of its parts, or of its keys, made another. */
function altered(value: unknown, path: readonly number[], other: unknown): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0) return other;
  const [first = 0, ...rest] = path;
  if (Array.isArray(value)) {
    const at = first % (value.length + 1);
    return [...value.slice(0, at), altered(value[at], rest, other), ...value.slice(at + 1)];
  }
  const keys = [...Object.keys(value), 'more'];
  const key = keys[first % keys.length] ?? '';
  const members = Object.entries(value).map(([name, member]) => [
    name,
    name === key ? altered(member, rest, other) : member,
  ]);
  if (key === 'more') members.push([typeof other === 'string' ? other : 'more', other]);
  return Object.fromEntries(other === undefined ? members.filter(([name]) => name !== key) : members);
}

const other = fc.constantFrom(
  undefined,
  null,
  true,
  0,
  -1,
  -0,
  1.5,
  0.001,
  101,
  2 ** 53,
  '',
  'x',
  '__proto__',
  'ä',
  '\ud800',
  [],
  [3, 2, 1],
  [1, 2, 3],
  [1, 2],
  {},
  { abstain: true },
);

describe('the quick look at an event', () => {
  it('knows every sound event of the catalogue by itself', () => {
    for (const { type, data } of events) expect(quickly(CATALOGUE[type])(data), type).toBe(true);
  });

  it('says yes to nothing that the schema refuses', () => {
    const looks = new Map(Object.entries(CATALOGUE).map(([type, schema]) => [type, quickly(schema)]));
    const path = fc.array(fc.nat({ max: 20 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...events), path, other, ({ type, data }, where, what) => {
        const given = altered(data, where, what);
        if (looks.get(type)?.(given) === true) expect(CATALOGUE[type].safeParse(given).success).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
