import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import type { FileBallot, NegotiationFile } from './model';
import { readNegotiationFile } from './read';
import { type Bytes, readApart } from './read-apart';
import { edited } from './testing/edited';

/** Bytes in chunks of these lengths, by turns; each chunk in the memory of the one before. */
function chunked(bytes: Uint8Array, lengths: readonly number[]): () => Bytes {
  return () => {
    const memory = new Uint8Array(Math.max(...lengths));
    let [from, turn] = [0, 0];
    return {
      next: () => {
        if (from >= bytes.length) return null;
        const chunk = bytes.subarray(from, from + (lengths[turn++ % lengths.length] ?? 1));
        from += chunk.length;
        memory.set(chunk);
        return memory.subarray(0, chunk.length);
      },
      close: () => {},
    };
  };
}

/** What the reader of whole files makes of it, and this one, cut at random. */
function alike(bytes: Uint8Array, lengths: readonly number[]): void {
  const whole = readNegotiationFile(bytes);
  const apart = readApart(chunked(bytes, lengths), (file) => {
    const cast: FileBallot[] = [];
    return { cast: (ballot: FileBallot) => cast.push(ballot), ballots: cast, file };
  });
  if (!whole.ok || !apart.ok) {
    expect(apart).toEqual(whole);
    return;
  }
  expect({ ...apart.file, ballots: apart.sink.ballots }).toEqual({ ballots: [], ...whole.file });
  expect(frameIn(apart.sink.file)).toEqual(frameIn(whole.file));
}

/** What must be known when ballots are taken: which there may be, and which count. */
function frameIn(file: NegotiationFile) {
  const { dimensions, rule, stakeholders, guarantees, profiles, criteria, briefings, acknowledgements } =
    file;
  return { dimensions, rule, stakeholders, guarantees, profiles, criteria, briefings, acknowledgements };
}

const encode = (text: string) => new TextEncoder().encode(text);
const cuts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 });

/** The example with its members in any order: ballots may come before what they hang on. */
const shuffled = fc
  .shuffledSubarray(Object.entries(edited() as object), { minLength: Object.keys(edited() as object).length })
  .map((entries) => Object.fromEntries(entries));
const paths = [
  'title',
  'rule',
  'ballots',
  'ballots/0',
  'ballots/0/at',
  'ballots/0/scores/race',
  'ballots/1/stakeholder',
  'ballots/1/criteria/weights',
  'criteria',
  'criteria/0/id',
  'profiles/1/relies',
  'stakeholders/0/id',
  'pledges/0/profile',
  'colour',
];
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(101, -0.5, 'lab-a', 'race', [], {}, true, 1e300, '\u2028é😀', null, 39.123),
);

describe(`a file read one ballot at a time (${REPRODUCE})`, () => {
  it('is the file read as a whole, its members in any order, whatever stands in it', () => {
    const edits = fc.array(fc.tuple(fc.constantFrom(...paths), odd), { maxLength: 3 });
    fc.assert(
      fc.property(
        shuffled,
        edits,
        fc.constantFrom('', ' ', '\n'),
        cuts,
        (document, changes, space, lengths) => {
          const changed = changes.reduce(withEdit, document);
          alike(encode(JSON.stringify(changed, null, space)), lengths);
        },
      ),
      runs(1000),
    );
  });

  it('is refused alike where bytes are changed, removed or repeated', () => {
    const title = `"${String.raw`Zwölf Pfähle 😀 \u0041\ud83d\ude00\n\"\\\/`.repeat(20)}"`;
    const text = JSON.stringify(edited(['title', 'T'], ['ballots/1/at', 'x']), null, 1).replace('"T"', title);
    for (const bytes of [encode(text), encode(JSON.stringify(edited()))]) {
      fc.assert(
        fc.property(
          fc.nat(bytes.length - 1),
          fc.nat(40),
          fc.uint8Array({ maxLength: 6 }),
          cuts,
          (at, length, inserted, lengths) =>
            alike(
              Uint8Array.from([...bytes.slice(0, at), ...inserted, ...bytes.slice(at + length)]),
              lengths,
            ),
        ),
        runs(500),
      );
    }
  });

  it('is refused alike where keys are given twice, ballots themselves among them', () => {
    const members = Object.entries(edited() as object).map(
      ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
    );
    const more = [
      '"ballots":[]',
      '"ballots":7',
      '"ballots":[{"stakeholder":"lab-a","at":"2026-01-02T10:00:00.000Z","scores":{"race":1,"race":2}}]',
      '"title":"again"',
      '"criteria":[]',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...more), { minLength: 1, maxLength: 3 }),
        fc.nat(members.length),
        cuts,
        (twice, at, lengths) =>
          alike(encode(`{${[...members.slice(0, at), ...twice, ...members.slice(at)].join(',')}}`), lengths),
      ),
      runs(300),
    );
  });

  it('is any JSON, refused alike', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), cuts, (text, lengths) => alike(encode(text), lengths)),
      runs(300),
    );
  });

  it('may begin with a byte order mark, be empty, or have texts and numbers longer than any chunk', () => {
    const long = JSON.stringify(edited(['title', 'x'.repeat(5000)], ['ballots/0/scores/race', 0]));
    for (const text of ['\ufeff{}', '', ' ', long, long.replace('"race":0', `"race":${'9'.repeat(700)}`)]) {
      for (const length of [1, 7, 64, 10_000]) alike(encode(text), [length]);
    }
    // Neither JSON nor, far behind that, UTF-8: the latter is told.
    alike(Uint8Array.from([...encode(`{]${' '.repeat(500)}`), 0xff]), [10]);
  });
});

function withEdit(document: unknown, [path, value]: readonly [string, unknown]): unknown {
  const [key = '', ...rest] = path.split('/');
  if (typeof document !== 'object' || document === null) return document;
  const inner: unknown = Reflect.get(document, key);
  const made = rest.length === 0 ? value : withEdit(inner, [rest.join('/'), value]);
  if (Array.isArray(document)) return document.map((each, k) => (String(k) === key ? made : each));
  return { ...document, [key]: made };
}
