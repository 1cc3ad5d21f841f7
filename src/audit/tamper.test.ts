import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '@/ledger/canonical';
import { signCheckpoint } from '@/ledger/checkpoint';
import { utf8 } from '@/ledger/hash';
import { type Event, isJson } from '@/negotiation/events/event';
import { A, B, FACILITATOR, OUTSIDER, opened, type Stage } from '@/negotiation/testing/stage';
import { linesOf } from './lines';
import {
  bundleOf,
  isEventLine,
  KEY,
  longOpenStage,
  privateStage,
  sealedStage,
  signedAnew,
  verdictOf,
} from './testing/bundles';
import { verifyBundle } from './verify';

/** Changes made from sound bundles, each of which must be refused at its step and position. */

let stage: Stage;
let lines: string[];
/** Index in `lines` of each event, by position. */
let at: number[];

beforeAll(() => {
  stage = longOpenStage();
  lines = bundleOf(stage);
  at = lines.flatMap((line, index) => (isEventLine(line, index) ? [index] : []));
});

const replaced = (index: number, ...by: string[]) => lines.toSpliced(index, 1, ...by);

describe('without the key', () => {
  it('nothing is cut off', async () => {
    for (let end = 1; end < lines.length; end += 1) {
      expect(await verdictOf(lines.slice(0, end))).toBe('tree at null');
    }
    const bytes = utf8(`${lines.join('\n')}\n`);
    const cut = async (length: number) =>
      verifyBundle(
        linesOf(
          (async function* () {
            yield bytes.subarray(0, length);
          })(),
        ),
      );
    for (let length = 200; length < bytes.length - 1; length += 97) {
      expect((await cut(length)).kind).toBe('fails');
    }
    expect((await cut(bytes.length - 1)).kind).toBe('holds');
  });

  it('no line takes another form', async () => {
    const [index = 0] = at;
    const line = lines[index] ?? '';
    const other = JSON.stringify(JSON.parse(line), null, 1).replaceAll('\n', '');
    for (const form of [
      other,
      ` ${line}`,
      `${line}\r`,
      line.replace('Stage', '\\u0053tage'),
      '',
      '[',
      '"x',
    ]) {
      expect(await verdictOf(replaced(index, form))).toBe('canonical at 0');
    }
    expect(await verdictOf(replaced(index, `${'['.repeat(50_000)}${']'.repeat(50_000)}`))).toBe(
      'canonical at 0',
    );
    expect(await verdictOf([...lines, lines.at(-1) ?? ''])).toMatch(/^canonical at/);
  });

  it('no text is changed, told twice or told elsewhere', async () => {
    const index = lines.findIndex((line) => line.startsWith('{"salt":'));
    const line = lines[index] ?? '';
    const position = at.filter((event) => event < index).length - 1;
    const seals = `seals at ${position}`;
    expect(await verdictOf(replaced(index, line.replace('"text":"', '"text":"x')))).toBe(seals);
    expect(await verdictOf(replaced(index, line, line))).toBe(seals);
    expect(await verdictOf(lines.toSpliced(index, 1).toSpliced(index + 1, 0, line))).toBe(
      `seals at ${position + 1}`,
    );
    expect(await verdictOf(lines.toSpliced(1, 0, line))).toBe('schema at null');
    expect(await verdictOf(replaced(index, line.replace('}', ',"x":1}')))).toBe(`schema at ${position}`);
    expect(await verdictOf(replaced(index, line.replace(',', ', ')))).toBe(`canonical at ${position}`);
  });

  it('no checkpoint is forged', async () => {
    const forged = (size: number, root = new Uint8Array(32)) =>
      replaced(lines.length - 1, JSON.stringify(signCheckpoint({ origin: KEY.name, size, root }, KEY)));
    expect(await verdictOf(forged(at.length))).toBe('tree at null');
    expect(await verdictOf(forged(at.length - 1))).toBe('tree at null');
    expect(await verdictOf(replaced(lines.length - 1, '"not a note"'))).toBe('tree at null');
    const note: string = JSON.parse(lines.at(-1) ?? '');
    const signature = note.replace(
      /(.)(.{8}\n)$/,
      (_, c: string, rest: string) => (c === 'A' ? 'B' : 'A') + rest,
    );
    expect(await verdictOf(replaced(lines.length - 1, JSON.stringify(signature)))).toBe('signature at null');
  });
});

/** What the events of a stage come to, altered, counted anew and signed, as whoever holds the key could. */
function forged(from: Stage, alter: (events: Event[]) => readonly object[]): Promise<string> {
  return verdictOf(signedLines(alter([...from.events])), { key: KEY });
}

function signedLines(events: readonly object[]): string[] {
  const texts = events.map((event, position) => {
    const numbered: unknown = { ...event, position };
    if (!isJson(numbered)) throw new Error('no JSON');
    return canonicalJson(numbered);
  });
  return signedAnew([lines[0] ?? '', ...texts, '""']);
}

const positionOf = (from: Stage, type: string) => from.events.findIndex((event) => event.type === type);

/** With one more event, made from another. */
const inserted = (events: readonly object[], position: number, event: Event | undefined, change = {}) => [
  ...events.slice(0, position),
  { ...event, ...change },
  ...events.slice(position),
];

describe('with the key', () => {
  it('an extra ballot in its round is a history of its own, which only a kept checkpoint tells apart', async () => {
    const ballot = positionOf(stage, 'ballot.cast');
    const extra = (events: Event[]) => inserted(events, ballot + 1, events[ballot]);
    expect(await forged(stage, (events) => extra(events).slice(0, ballot + 2))).toBe('holds');
    const longer = signedLines(extra([...stage.events]).slice(0, ballot + 2));
    const kept = signedLines(stage.events.slice(0, ballot + 2)).at(-1) ?? '';
    expect(await verdictOf(longer, { since: kept })).toBe('since at null');
  });

  it('no ballot in a closed round', async () => {
    const closing = positionOf(stage, 'round.closed');
    const ballot = stage.events[positionOf(stage, 'ballot.cast')];
    const { at: now = '' } = stage.events[closing + 1] ?? {};
    const after = (events: Event[]) => inserted(events, closing + 2, ballot, { at: now });
    expect(await forged(stage, after)).toBe(`permitted at ${closing + 2}`);
    const between = (events: Event[]) => inserted(events, closing + 1, ballot, { at: now });
    expect(await forged(stage, between)).toBe(`permitted at ${closing + 1}`);
  });

  it('no ballot by another, by a removed delegate, or for another', async () => {
    const ballot = positionOf(stage, 'ballot.cast');
    const by = (actor: string) => (events: Event[]) =>
      events.map((event) => (event.position === ballot ? { ...event, actor } : event));
    for (const actor of [OUTSIDER, B, FACILITATOR, 'system']) {
      expect(await forged(stage, by(actor))).toBe(`permitted at ${ballot}`);
    }
    const removed = opened().do(FACILITATOR, 'removeMember', {
      member: { pseudonym: A, role: 'delegate', stakeholder: 'a' },
    });
    const late = (events: Event[]) => [...events, { ...stage.events[ballot], at: removed.now }];
    expect(await forged(removed, late)).toBe(`permitted at ${removed.events.length}`);
  });

  it('no time that runs back, no event of another log', async () => {
    const back = (events: Event[]) =>
      events.map((event) => (event.position === 9 ? { ...event, at: '2025-01-01T00:00:00.000Z' } : event));
    expect(await forged(stage, back)).toBe('order at 9');
    const mixed = (events: Event[]) =>
      events.map((event) => (event.position === 9 ? { ...event, log: 'other' } : event));
    expect(await forged(stage, mixed)).toBe('order at 9');
  });

  it('no result that does not recompute, none left out, none too many', async () => {
    const result = positionOf(stage, 'result.computed');
    const wrong = (events: Event[]) =>
      events.map((event) =>
        event.position === result && event.type === 'result.computed'
          ? { ...event, data: { ...event.data, sha256: 'a'.repeat(64) } }
          : event,
      );
    expect(await forged(stage, wrong)).toBe(`results at ${result}`);
    expect(await forged(stage, (events) => events.toSpliced(result, 1))).toBe(`permitted at ${result}`);
    expect(await forged(stage, (events) => inserted(events, result, events[result]))).toBe(
      `permitted at ${result + 1}`,
    );
    // A ballot dropped from a history that is signed anew shows in the result that counted it.
    const ballot = positionOf(stage, 'ballot.cast');
    const shorter = (events: Event[]) =>
      events
        .toSpliced(ballot, 1)
        .map((event) =>
          event.type === 'result.computed'
            ? { ...event, data: { ...event.data, position: event.data.position - 1 } }
            : event,
        );
    expect(await forged(stage, shorter)).toBe(`results at ${result - 1}`);
  });

  it('no seal opened with another ballot or salt, none left unopened, none opened twice', async () => {
    const sealed = sealedStage();
    const first = positionOf(sealed, 'ballot.unsealed');
    const closing = positionOf(sealed, 'round.closed');
    const opening = (data: object) => (events: Event[]) =>
      events.map((event) =>
        event.position === first ? { ...event, data: { ...event.data, ...data } } : event,
      );
    const seals = `seals at ${first}`;
    expect(await forged(sealed, opening({ ballot: { scores: { base: 0, deal: 99 } } }))).toBe(seals);
    expect(await forged(sealed, opening({ salt: 'b'.repeat(64) }))).toBe(seals);
    expect(await forged(sealed, opening({ sealed: positionOf(sealed, 'ballot.sealed') }))).toBe(seals);
    expect(await forged(sealed, (events) => inserted(events, first + 1, events[first]))).toBe(
      `seals at ${first + 1}`,
    );
    expect(await forged(sealed, (events) => events.toSpliced(first, 1))).toBe(`unopened at ${closing - 1}`);
    expect(await forged(sealed, (events) => events.toSpliced(first, 2))).toBe(`unopened at ${closing - 2}`);
  });

  it('no private opening of another ballot', async () => {
    const private_ = bundleOf(privateStage(), { openings: true });
    const index = private_.findIndex((line) => line.startsWith('{"ballot":'));
    const position = private_.slice(0, index).filter(isEventLine).length - 1;
    const line = private_[index] ?? '';
    const seals = `seals at ${position}`;
    expect(await verdictOf(private_.with(index, line.replace('"base":40', '"base":41')))).toBe(seals);
    expect(await verdictOf(private_.toSpliced(index, 0, line))).toBe(seals);
  });
});
