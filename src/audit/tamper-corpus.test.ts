import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, type EventType } from '@/negotiation/events/catalogue';
import { eventText } from '@/negotiation/events/event';
import { concluded } from '@/negotiation/testing/stage';
import { bundleOf, KEY, receiptOf, verdictOf } from './testing/bundles';
import { isAdmitted, ourVerdict, soundBundle, type Tampered } from './testing/corpus';
import { endChanges, receiptChanges, sinceChanges } from './testing/corpus-ends';
import { fieldChanges } from './testing/corpus-fields';
import { forgeries } from './testing/corpus-forged';
import { lineChanges } from './testing/corpus-lines';
import { everyEvent, LAST_KEY } from './testing/every-event';

/** Every case of the corpus is refused where the way it was made says (issue: tamper corpus). */

const STAGES = (['open', 'sealed', 'private'] as const).map((mode) => ({ mode, stage: everyEvent(mode) }));
const FOREIGN = concluded().events.map((event) => eventText({ ...event, log: 'foreign' }));
/** What differs where ballots are sealed; the rest is tried in the open history. */
const SEALED: ReadonlySet<string> = new Set<EventType>([
  'ballot.sealed',
  'ballot.unsealed',
  'ballot.entered',
  'ballot.confirmed',
  'round.closed',
  'result.computed',
]);

it('the histories have every type of the catalogue', () => {
  const seen = new Set(STAGES.flatMap(({ stage }) => stage.events.map(({ type }) => type)));
  expect(EVENT_TYPES.filter((type) => !seen.has(type))).toEqual([]);
});

describe.each(STAGES)('$mode', ({ mode, stage }) => {
  const lines = bundleOf(stage, { openings: true, key: LAST_KEY });
  const sound = soundBundle(mode, lines);

  it('holds untouched, with its texts and without', async () => {
    expect(await verdictOf(lines)).toBe('holds');
    expect(await verdictOf(lines.filter((line) => !line.startsWith('{"salt":')))).toBe('holds');
  });

  it('holds with what was kept since before the key was rotated', async () => {
    const rotated = stage.events.findIndex(({ type }) => type === 'key.rotated');
    const receipts = [receiptOf(stage, 0, rotated), receiptOf(stage, 33, rotated)];
    const since = receipts[0]?.checkpoint ?? '';
    expect(await verdictOf(lines, { key: KEY, since, receipts })).toBe('holds');
  });

  it('is refused where each change says', { timeout: 240_000 }, async () => {
    const wanted = (type: string) => mode === 'open' || SEALED.has(type);
    const wrong: string[] = [];
    const tally = { cases: 0, exact: 0 };
    const attempt = async (tampered: Tampered) => {
      const verdict = await ourVerdict(sound, tampered);
      tally.cases += 1;
      if (tampered.earliest === tampered.latest) tally.exact += 1;
      if (isAdmitted(verdict, tampered)) return;
      const { kind, what, earliest, latest } = tampered;
      wrong.push(`${kind}: ${what}: ${verdict}, not ${earliest} … ${latest}`);
    };
    for (const tampered of fieldChanges(sound, wanted)) await attempt(tampered);
    if (mode !== 'private') for (const tampered of lineChanges(sound, FOREIGN)) await attempt(tampered);
    for (const tampered of endChanges(sound)) await attempt(tampered);
    for (const tampered of sinceChanges(sound)) await attempt(tampered);
    // Kept since before the key was rotated.
    const rotated = stage.events.findIndex(({ type }) => type === 'key.rotated');
    for (const position of mode === 'open' ? [0, 33] : [33]) {
      for (const tampered of receiptChanges(receiptOf(stage, position, rotated))) await attempt(tampered);
    }
    if (mode !== 'private') for (const tampered of forgeries(sound, stage)) await attempt(tampered);
    expect(wrong).toEqual([]);
    expect(tally.cases).toBeGreaterThan(mode === 'open' ? 2000 : 100);
    expect(tally.exact / tally.cases).toBeGreaterThan(0.7);
  });
});
