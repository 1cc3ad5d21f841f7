import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '@/negotiation/events/catalogue';
import { isAdmitted } from './testing/admitted';
import { KEY, receiptOf, verdictOf, verifyAhead, verifyLines } from './testing/bundles';
import { ourVerdict } from './testing/corpus';
import { FREE_FIELDS } from './testing/free-fields';
import { corpusOf, handover, staged } from './testing/whole-corpus';

/** Every case of the corpus is refused where the way in which it was made says, and each original holds. */

const STAGED = (['open', 'sealed', 'private'] as const).map(staged);

it('the histories have every type of the catalogue', () => {
  const seen = new Set(STAGED.flatMap(({ stage }) => stage.events.map(({ type }) => type)));
  expect(EVENT_TYPES.filter((type) => !seen.has(type))).toEqual([]);
});

/** Members that were changed, signed anew, and not noticed. */
const free = new Set<string>();

describe.each(STAGED)('$mode', (from) => {
  const { mode, stage, sound } = from;

  it('holds untouched, with its texts and without', async () => {
    expect(await verdictOf(sound.lines)).toBe('holds');
    expect(await verifyAhead(sound.lines)).toEqual(await verifyLines(sound.lines));
    expect(await verdictOf(sound.lines.filter((line) => !line.startsWith('{"salt":')))).toBe('holds');
  });

  it('holds with what was kept since before the key was rotated', async () => {
    const receipts = [receiptOf(stage, 0, handover(stage)), receiptOf(stage, 33, handover(stage))];
    const since = receipts[0]?.checkpoint ?? '';
    expect(await verdictOf(sound.lines, { key: KEY, since, receipts })).toBe('holds');
  });

  it('is refused where each change says', { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    const tally = { cases: 0, exact: 0 };
    for (const tampered of corpusOf(from)) {
      const verdict = await ourVerdict(sound, tampered);
      const { kind, what, earliest, latest } = tampered;
      tally.cases += 1;
      // One in eight also as it is verified where another thread looks ahead.
      const ahead = tally.cases % 8 === 0 ? await ourVerdict(sound, tampered, verifyAhead) : verdict;
      if (ahead !== verdict) wrong.push(`${kind}: ${what}: ${verdict}, but ${ahead} looked at ahead`);
      if (earliest === latest) tally.exact += 1;
      if (verdict === 'holds' && tampered.field !== undefined) free.add(tampered.field);
      if (!isAdmitted(verdict, tampered)) {
        wrong.push(`${kind}: ${what}: ${verdict}, not ${earliest} … ${latest}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tally.cases).toBeGreaterThan({ open: 2500, sealed: 1000, private: 200 }[mode]);
    expect(tally.exact / tally.cases).toBeGreaterThan(0.7);
  });
});

it('what nobody can notice who kept nothing is listed, and nothing else', () => {
  expect([...free].filter((field) => !field.endsWith(' at')).sort()).toEqual([...FREE_FIELDS].sort());
});
