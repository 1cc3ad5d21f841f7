import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isCanonical, type JsonValue } from './canonical';
import { looksCanonical } from './canonical-scan';
import { utf8 } from './hash';

const key = fc.oneof(
  fc.constantFrom('', '1', '9', '10', '__proto__', 'a', 'ab', 'a b', 'b', 'é', '😀', 'ﬀ'),
  fc.string({ maxLength: 3 }),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      null,
      true,
      false,
      0,
      0.001,
      0.01,
      1e-7,
      1e21,
      123456789012345,
      2 ** 53,
      '"',
      '\\',
      '\u0001',
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -1000, max: 1000 }).map((hundredths) => hundredths / 100),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
  ),
}));

/** Small changes to a text that may leave it JSON, and no longer canonical. */
const edit = fc.record({
  at: fc.nat({ max: 200 }),
  drop: fc.nat({ max: 2 }),
  put: fc.constantFrom(
    '',
    ' ',
    '\n',
    '0',
    '.',
    '.0',
    '00',
    '-',
    'e1',
    'E0',
    '"',
    'a',
    ',',
    '"a":1,',
    '\\u0061',
  ),
});

function parsed(text: string): { readonly value: JsonValue } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** What is no JSON is not the scan's business, and no bytes say half of a surrogate pair: whoever asks has parsed them. */
function expectNoWrongYes(text: string): void {
  const read = text.isWellFormed() ? parsed(text) : null;
  if (read !== null && looksCanonical(utf8(text))) expect(isCanonical(text, read.value), text).toBe(true);
}

describe('one look at bytes', () => {
  it('says yes to nothing that is not written so', () => {
    fc.assert(
      fc.property(value, fc.array(edit, { maxLength: 3 }), (given, edits) => {
        const written = canonicalJson(JSON.parse(JSON.stringify(given)));
        expectNoWrongYes(written);
        expectNoWrongYes(JSON.stringify(given));
        expectNoWrongYes(
          edits.reduce((text, { at, drop, put }) => {
            const place = at % (text.length + 1);
            return text.slice(0, place) + put + text.slice(place + drop);
          }, written),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('ends on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => void looksCanonical(bytes)));
  });

  it.each([
    '{"a":[{"b":1,"c":[]},{}],"b":{"a":null},"c":"é “x”"}',
    '{"10":2,"9":1}',
    '{"":1,"a":2,"a b":3,"ab":4}',
    '[0,-1,12.5,-0.25,100,123456789012345,0.1,-12]',
    '"text"',
    '1',
  ])('says yes to %s', (text) => {
    expect(looksCanonical(utf8(text))).toBe(true);
  });

  it.each([
    '{"b":1,"a":2}',
    '{"a":1,"a":2}',
    '{"ab":1,"a":2}',
    '{"a": 1}',
    '[1, 2]',
    '[1.0]',
    '[1.50]',
    '[-0]',
    '[-0.0]',
    '[1e2]',
    '[1E2]',
    '[1.5e2]',
    '[0.0000001]',
    '[1000000000000000000000]',
    '[0.30000000000000004441]',
    '"\\u0041"',
    '{"\\u0041":1}',
    '{"a":1}\n',
  ])('leaves %s to be found out', (text) => {
    expect(looksCanonical(utf8(text))).toBe(false);
  });
});
