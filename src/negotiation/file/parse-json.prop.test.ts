import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '@/core/testing/property-runs';
import { NumberText } from './number-text';
import { parseJson } from './parse-json';

/** Numbers as doubles, objects with a prototype: what JSON.parse gives. */
function plain(value: unknown): unknown {
  if (value instanceof NumberText) return Number(value.text);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

describe('parseJson', () => {
  it('reads what JSON.parse reads, with any white space', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom('', ' ', '\t', '\n  '), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const parsed = parseJson(`${space}${text}\r\n`);
        expect(parsed.ok && plain(parsed.value)).toEqual(JSON.parse(text));
      }),
      runs(100),
    );
  });

  it('refuses what JSON.parse refuses, and nothing else but depth', () => {
    const fragments = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '0',
      '.',
      'e',
      'true',
      'null',
      ' ',
      '\n',
      '\u00a0',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        let sound = true;
        try {
          JSON.parse(text);
        } catch {
          sound = false;
        }
        expect(parseJson(text).ok).toBe(sound);
      }),
      runs(3000),
    );
  });

  it('reads every escape', () => {
    const text = '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\ude00"';
    expect(parseJson(text)).toMatchObject({ ok: true, value: JSON.parse(text) });
  });
});
