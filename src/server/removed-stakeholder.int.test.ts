import { afterAll, beforeAll, expect, it } from 'vitest';
import { BASES } from '@/core/model';
import { parseEvent } from '@/negotiation/events/event';
import { replay } from '@/negotiation/evolve';
import { toFile } from '@/negotiation/export';
import { standingsOf } from '@/negotiation/result';
import { readStanding } from './db/standings';
import type { Store } from './db/store';
import { freshDatabase, type TestDatabase } from './testing/database';
import { eventTexts, verifiedByAuditor } from './testing/log-evidence';
import { callerFor, exampleFile, people, playedNegotiation, settleStanding } from './testing/negotiation';

/** Who is removed takes along what they said from the state, not from the history (product.md §2). */
const LOG = 'smaller';
const GONE = 'gov-cala';
const file = exampleFile('frontier-training');

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, file);
});
afterAll(() => database.drop());

const as = async (who: string) => callerFor(store, await people(store)(who));

/** By the consent of whoever is asked first, until there are enough. @returns the position before the removal. */
async function removed(): Promise<number> {
  const facilitator = await as('facilitator');
  await facilitator.round.close({ negotiation: LOG, idempotencyKey: 'close' });
  const change = { type: 'stakeholder.removed', data: { id: GONE } } as const;
  const asked = { negotiation: LOG, change, note: null, idempotencyKey: 'ask' };
  const { position: consent } = await facilitator.consent.ask(asked);
  for (const { id: stakeholder } of file.stakeholders) {
    if (stakeholder === GONE) continue;
    const before = (await store.states.newest(LOG))?.position ?? -1;
    const given = { negotiation: LOG, consent, stakeholder, idempotencyKey: stakeholder };
    await (await as(stakeholder)).consent.give(given);
    const { frame } = await facilitator.negotiation.get({ negotiation: LOG });
    if (frame.stakeholders.every(({ id }) => id !== GONE)) return before;
  }
  throw new Error('all others consent, and the stakeholder is still there');
}

it('is replayed rightly: who is removed counts up to there and no further, and the history holds', async () => {
  await settleStanding(store, LOG);
  const before = await removed();
  await settleStanding(store, LOG);
  const events = (await eventTexts(store, LOG)).map((text) => {
    const parsed = parseEvent(text);
    if (!parsed.ok) throw new Error(parsed.message);
    return parsed.event;
  });
  const [then, now] = [replay(events.slice(0, before + 1)), replay(events)];
  if (then === null || now === null) throw new Error('nothing to replay');
  const spoken = (state: typeof now) => {
    const { stakeholders, ballots = [], pledges = [], threatAssessments = [] } = toFile(state);
    return {
      member: stakeholders.some(({ id }) => id === GONE),
      said: [...ballots, ...pledges].some(({ stakeholder }) => stakeholder === GONE),
      assessed: threatAssessments.some(({ stakeholder }) => stakeholder === GONE),
    };
  };
  expect(spoken(then)).toEqual({ member: true, said: true, assessed: true });
  expect(spoken(now)).toEqual({ member: false, said: false, assessed: false });

  // What the server went on to, event by event, is what the whole history comes to.
  expect((await store.states.newest(LOG))?.state).toEqual(now);
  const standings = standingsOf(now);
  for (const basis of BASES) {
    const stored = await readStanding(store.pool, LOG, basis, events.length - 1);
    expect(stored?.position).toBe(events.length - 1);
    expect(JSON.stringify(stored?.result)).toBe(JSON.stringify(standings[basis]));
    expect(JSON.stringify(standings[basis])).not.toBe(JSON.stringify(standingsOf(then)[basis]));
  }
  const verified = await verifiedByAuditor(store, LOG, { key: store.keys.of(LOG, 1) });
  expect(verified).toMatchObject({ kind: 'holds', size: events.length });
});
