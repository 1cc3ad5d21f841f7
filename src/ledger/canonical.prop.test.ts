import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, isCanonical, type JsonValue, readCanonical } from './canonical';

/** The definition: the text is what the value is written as. */
function isWrittenSo(text: string, value: JsonValue): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}

const key = fc.oneof(
  fc.constantFrom('', '1', '9', '10', '-1', '__proto__', 'a', 'é', '😀', '\ud800'),
  fc.string(),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, -0, 1e21, 1e-7, '\u0001', '\ud800', '"\\ud'),
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
  ),
}));

it('the quick look finds canonical what is written so, and nothing else', () => {
  fc.assert(
    fc.property(value, (given) => {
      const texts = [JSON.stringify(given), JSON.stringify(given, null, 1)];
      try {
        texts.push(canonicalJson(JSON.parse(JSON.stringify(given))));
      } catch {
        // Lone surrogates have no canonical form.
      }
      for (const text of texts) {
        const parsed: JsonValue = JSON.parse(text);
        expect(isCanonical(text, parsed)).toBe(isWrittenSo(text, parsed));
      }
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['{"b":1,"a":2}'],
  ['{"a":1,"a":1}'],
  ['{"a":1 }'],
  ['[1.0]'],
  ['[-0]'],
  ['[1e400]'],
  ['"\\ud800"'],
  ['"\\u0041"'],
  ['{"9":1,"10":2}'],
])('refuses %s', (text) => {
  expect(readCanonical(text)).toMatchObject({ ok: false, step: 'canonical' });
});

it('reads keys that JavaScript puts into another order', () => {
  expect(readCanonical('{"10":2,"9":1}')).toEqual({ ok: true, value: { '9': 1, '10': 2 } });
});

it('takes nesting past the stack for no JSON', () => {
  expect(readCanonical('['.repeat(1e5) + ']'.repeat(1e5))).toMatchObject({ ok: false, step: 'json' });
});
