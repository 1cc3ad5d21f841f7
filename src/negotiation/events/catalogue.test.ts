import { expect, it } from 'vitest';
import { concluded } from '../testing/stage';
import { EVENT_TYPES } from './catalogue';
import { eventText, isEvent, parseEvent } from './event';

/** ledger.md §1, the whole catalogue, and what version 2 added. */
const NOUNS: Readonly<Record<string, string>> = {
  negotiation: 'created imported described modeSet archived concluded succeeded',
  dimension: 'added changed removed',
  criterion: 'added changed removed',
  guarantee: 'added changed removed',
  stakeholder: 'added changed removed',
  rule: 'set',
  moves: 'set',
  profile: 'proposed admitted refused withdrawn',
  member: 'invited joined removed deputised',
  briefing: 'published acknowledged',
  round: 'opened closed extended',
  deadline: 'set',
  consent: 'asked given refused',
  ballot: 'cast abstained sealed unsealed entered confirmed',
  threat: 'assessed',
  acuteRisk: 'assessed',
  pledge: 'made withdrawn',
  comment: 'posted edited redacted',
  commitment: 'reported disputed scheduled',
  result: 'computed',
  key: 'rotated',
  epoch: 'begun',
};

it('is the one of ledger.md with what came since, no more and no less', () => {
  const wanted = Object.entries(NOUNS).flatMap(([noun, verbs]) =>
    verbs.split(' ').map((verb) => `${noun}.${verb}`),
  );
  expect([...EVENT_TYPES].sort()).toEqual(wanted.sort());
});

const [first] = concluded().events;
if (first === undefined) throw new Error('no event');

it('an event reads back from its canonical bytes', () => {
  for (const event of concluded().events) {
    expect(parseEvent(eventText(event))).toEqual({ ok: true, event });
    expect(parseEvent(new TextEncoder().encode(eventText(event)))).toEqual({ ok: true, event });
  }
});

it('is written with sorted keys and no space, as ledger.md shows it', () => {
  expect(eventText(first)).toBe(
    `{"actor":"u_facilitator","at":"${first.at}","data":{"mode":"open","public":false,"succeeds":null,"title":"Stage"},"log":"stage","position":0,"type":"negotiation.created","v":1}`,
  );
});

it.each([
  ['json', 'no JSON'],
  ['json', Uint8Array.of(0x22, 0xff, 0x22)],
  ['canonical', ` ${eventText(first)}`],
  ['canonical', eventText(first).replace('"position":0', '"position":0.0')],
  ['canonical', eventText(first).replace('Stage', '\\u0053tage')],
  ['canonical', eventText(first).replace('Stage', '\\ud800')],
  ['schema', eventText(first).replace('"v":1', '"v":2')],
  ['schema', eventText(first).replace('negotiation.created', 'negotiation.dreamt')],
  ['schema', eventText(first).replace('"mode":"open"', '"mode":"ajar"')],
  ['schema', eventText(first).replace('"mode"', '"extra":1,"mode"')],
  ['schema', eventText(first).replace('u_facilitator', 'Alice')],
  ['schema', eventText(first).replace('2026-01-01', '2026-02-30')],
  ['schema', '[]'],
])('refuses at step %s: %s', (step, text) => {
  expect(parseEvent(text)).toMatchObject({ ok: false, step });
});

it.each([0.001, -0, 101, -1, [3, 2, 4], [1, 2]])('a score of %j is none', (score) => {
  const data = { stakeholder: 'a', ballot: { scores: { x: score } } };
  expect(isEvent({ ...first, type: 'ballot.cast', data })).toBe(false);
  expect(
    isEvent({ ...first, type: 'ballot.cast', data: { ...data, ballot: { scores: { constructor: 99.99 } } } }),
  ).toBe(true);
});

it('takes no rule that is too deep, however deep', () => {
  let rule: unknown = { includes: ['a'] };
  for (let depth = 1; depth < 8; depth++) rule = { allOf: [rule] };
  expect(isEvent({ ...first, type: 'rule.set', data: { rule } })).toBe(true);
  for (let depth = 8; depth < 5000; depth++) rule = { allOf: [rule] };
  expect(isEvent({ ...first, type: 'rule.set', data: { rule } })).toBe(false);
});
