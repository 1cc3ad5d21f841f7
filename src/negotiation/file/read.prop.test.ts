import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '@/core/testing/property-runs';
import { readNegotiationFile, validateNegotiation } from './read';
import { edited } from './testing/edited';
import { toNegotiation } from './to-negotiation';
import { writeNegotiationFile } from './write';

const text = JSON.stringify(edited());
const bytes = new TextEncoder().encode(text);

/** Every path of the example, as keys from the root. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}
const paths = pathsOf(edited()).filter((path) => path.length > 0);
const anywhere = fc.constantFrom(...paths).map((path) => path.join('/'));
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    -0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    '__proto__',
    [],
    {},
    null,
    101,
    '1/2',
    'lab-a',
    'race',
    true,
    undefined,
  ),
);

function isSound(outcome: ReturnType<typeof readNegotiationFile>): void {
  if (outcome.ok) {
    toNegotiation(outcome.file);
    const again = readNegotiationFile(new TextEncoder().encode(writeNegotiationFile(outcome.file)));
    expect(again).toEqual(outcome);
    return;
  }
  expect(outcome.faults.length).toBeGreaterThan(0);
  expect(outcome.faults.length).toBeLessThanOrEqual(100);
  for (const { path, message } of outcome.faults)
    expect(`${path}: ${message}`).toMatch(/^[^\n\r]+: [^\n\r]+$/);
}

describe('whatever is read', () => {
  it('is a file or has faults, when values of a sound file are replaced', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anywhere, odd), { minLength: 1, maxLength: 3 }), (edits) => {
        let document: unknown;
        try {
          document = edited(...edits);
        } catch {
          return;
        }
        isSound(validateNegotiation(document));
        isSound(readNegotiationFile(new TextEncoder().encode(JSON.stringify(document))));
      }),
      runs(500),
    );
  });

  it('is a file or has faults, when bytes of a sound file are changed, removed or repeated', () => {
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.nat(40),
        fc.uint8Array({ maxLength: 6 }),
        (at, length, inserted) => {
          isSound(
            readNegotiationFile(
              Uint8Array.from([...bytes.slice(0, at), ...inserted, ...bytes.slice(at + length)]),
            ),
          );
        },
      ),
      runs(500),
    );
  });

  it('reads as JSON.parse does, or is refused as it does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (document) => {
        const read = readNegotiationFile(new TextEncoder().encode(document));
        const parsed = validateNegotiation(JSON.parse(document));
        expect(read.ok).toBe(parsed.ok);
        if (!read.ok && !parsed.ok && !/-0|e/.test(document)) {
          expect(read.faults.filter(({ message }) => message !== 'key given twice')).toEqual(parsed.faults);
        }
      }),
      runs(300),
    );
  });
});
