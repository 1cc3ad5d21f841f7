import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textInTurns } from './text-in-turns';

const json = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }),
  fc.array(fc.array(fc.array(fc.oneof(fc.jsonValue(), fc.constant(undefined))))),
  fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.constant(undefined)))),
);

it('is the text that JSON.stringify gives', () =>
  fc.assert(
    fc.asyncProperty(json, async (value) => {
      if (typeof value !== 'object' || value === null) return;
      expect(await textInTurns(value)).toBe(JSON.stringify(value));
    }),
  ));

it('lets others have their turns while it makes a long one', async () => {
  const votes = Array.from({ length: 3_000 }, (_, i) =>
    Object.fromEntries(Array.from({ length: 64 }, (_, x) => [`profile-${x}`, [i, i + x, i + 2 * x]])),
  );
  let turns = 0;
  const count = () => {
    turns += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  const text = await textInTurns({ votes });
  clearImmediate(counting);
  expect(text).toBe(JSON.stringify({ votes }));
  expect(turns).toBeGreaterThan(3);
});
