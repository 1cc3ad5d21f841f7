import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEvent } from '@/negotiation/events/event';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { eventTexts } from '../../testing/log-evidence';
import { callerFor, exampleFile, people, playedNegotiation } from '../../testing/negotiation';
import { databaseNow } from '../clock';
import { pseudonymOf } from '../pseudonyms';
import { endSession } from '../sessions';
import type { Store } from '../store';
import { GoingAhead } from './ahead';
import { Appender } from './appender';

/** Ballots that are judged by what a server remembers, while another one changes it and this one hears nothing of it. */
const FILE = exampleFile('frontier-training');
const [FIRST = '', SECOND = ''] = FILE.stakeholders.map(({ id }) => id);

let database: TestDatabase;
let one: Store & { readonly dataFolder: string };
let two: Store;

beforeAll(async () => {
  database = await freshDatabase();
  one = database.open();
  two = database.open(one.dataFolder);
  // Told of each time that it was right to go ahead, and of no other: those are rolled back.
  await one.pool.query(`
    ALTER FUNCTION hold_as_judged RENAME TO really_hold_as_judged;
    CREATE TABLE went_ahead (log text);
    CREATE FUNCTION hold_as_judged(text, int, int, timestamptz, text[], text[], text[], boolean[])
    RETURNS float8 LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO went_ahead VALUES ($1);
      RETURN really_hold_as_judged($1, $2, $3, $4, $5, $6, $7, $8);
    END $$;`);
});
afterAll(() => database.drop());

async function timesAhead(log: string): Promise<number> {
  const { rowCount } = await one.pool.query('SELECT FROM went_ahead WHERE log = $1', [log]);
  return rowCount ?? 0;
}

let casts = 0;

/** A negotiation, and a delegate of it whom `one` remembers. */
async function remembering(log: string, stakeholder = FIRST) {
  await playedNegotiation(one, log, FILE);
  const session = await people(one)(stakeholder);
  const at = (store: Store) => {
    const caller = callerFor(store, session);
    return (score: number, key = `cast ${casts++}`) =>
      caller.ballot.cast({ negotiation: log, stakeholder, scores: { race: score }, idempotencyKey: key });
  };
  const cast = at(one);
  // The first is looked up, the others find it remembered.
  for (const score of [1, 2, 3]) await cast(score);
  return { session, at, cast, facilitator: callerFor(two, await people(two)('facilitator')) };
}

async function expectOneHistory(log: string): Promise<void> {
  const texts = await eventTexts(one, log);
  const events = texts.map((text) => {
    const parsed = parseEvent(text);
    if (!parsed.ok) throw new Error(parsed.message);
    return parsed.event;
  });
  expect(events.map(({ position }) => position)).toEqual(texts.map((_, i) => i));
  expect(events.every(({ at }, i) => i === 0 || at >= (events[i - 1]?.at ?? ''))).toBe(true);
}

describe('goes ahead', () => {
  it('with each ballot of somebody who is remembered', async () => {
    const { cast } = await remembering('ahead');
    const before = await timesAhead('ahead');
    for (let score = 10; score < 30; score++) await cast(score);
    expect((await timesAhead('ahead')) - before).toBe(20);
    await expectOneHistory('ahead');
  });

  it('with a group, each of another person', async () => {
    await remembering('crowd');
    const casters = await Promise.all(
      FILE.stakeholders.map(async ({ id }) => ({ id, caller: callerFor(one, await people(one)(id)) })),
    );
    const castAll = (score: number) =>
      Promise.all(
        casters.map(({ id, caller }) =>
          caller.ballot.cast({
            negotiation: 'crowd',
            stakeholder: id,
            scores: { race: score },
            idempotencyKey: `${id} ${score}`,
          }),
        ),
      );
    await castAll(1);
    const before = await timesAhead('crowd');
    const positions = (await castAll(2)).map(({ position }) => position);
    expect(await timesAhead('crowd')).toBeGreaterThan(before);
    expect(positions.toSorted((a, b) => a - b)).toEqual(positions.map((_, i) => Math.min(...positions) + i));
    await expectOneHistory('crowd');
  });

  it('at a moment that lies between asking and answer by the database’s clock', async () => {
    const { cast } = await remembering('moments');
    const before = await timesAhead('moments');
    for (let turn = 0; turn < 50; turn++) {
      const asked = await databaseNow(one.pool);
      const { position } = await cast(turn);
      const answered = await databaseNow(one.pool);
      const { at } = JSON.parse((await eventTexts(one, 'moments'))[position] ?? '');
      expect([asked, at, answered].toSorted()).toEqual([asked, at, answered]);
    }
    expect(await timesAhead('moments')).toBeGreaterThan(before);
  });
});

describe('does not hold what it remembered for true', () => {
  it('once the session was ended', async () => {
    const { session, cast } = await remembering('ended');
    await endSession(two, session.id);
    const before = await eventTexts(one, 'ended');
    await expect(cast(50)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect(await eventTexts(one, 'ended')).toEqual(before);
  });

  it('once the session has expired', async () => {
    const { session, cast } = await remembering('expired');
    await two.pool.query('UPDATE session SET expires_at = now() WHERE id = $1', [session.id]);
    await expect(cast(50)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('once the seat was taken away', async () => {
    const { session, cast, facilitator } = await remembering('removed');
    const pseudonym = (await pseudonymOf(one, 'removed', session.user.id)) ?? '';
    const member = { pseudonym, role: 'delegate', stakeholder: FIRST } as const;
    await facilitator.member.remove({ negotiation: 'removed', member, idempotencyKey: 'remove' });
    const before = await eventTexts(one, 'removed');
    await expect(cast(50)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await eventTexts(one, 'removed')).toEqual(before);
  });

  it('once the round was closed', async () => {
    const { cast, facilitator } = await remembering('closed');
    await facilitator.round.close({ negotiation: 'closed', idempotencyKey: 'close' });
    const before = await eventTexts(one, 'closed');
    await expect(cast(50)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
    expect(await eventTexts(one, 'closed')).toEqual(before);
  });

  it('once another server has appended, and goes ahead again when it is alone', async () => {
    const { at, cast } = await remembering('turns', SECOND);
    const other = at(two);
    const positions: number[] = [];
    for (let turn = 0; turn < 10; turn++) {
      positions.push((await cast(turn)).position, (await other(turn + 50)).position);
    }
    expect(positions).toEqual(positions.map((_, i) => (positions[0] ?? 0) + i));
    for (let turn = 0; turn < 3; turn++) await cast(turn);
    const before = await timesAhead('turns');
    await cast(99);
    expect(await timesAhead('turns')).toBe(before + 1);
    await expectOneHistory('turns');
  });

  it('for a key that was used: the same ballot is answered again, another is refused', async () => {
    const { at, cast } = await remembering('keys');
    const first = await at(two)(60, 'the key');
    expect(await cast(60, 'the key')).toEqual(first);
    await expect(cast(61, 'the key')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await eventTexts(one, 'keys')).length).toBe(first.position + 1);
  });

  it('where its idea of the time is wrong', async () => {
    const log = 'clock';
    await remembering(log);
    for (const wrong of [-3_600_000, -2_000, 3, 20, 3_600_000]) {
      const ahead = new GoingAhead(one.pool, one.states, one.signed);
      ahead.told(Date.now() + wrong, performance.now());
      const appender = new Appender({ ...one, ahead });
      const caller = callerFor({ ...one, appender }, await people(one)(SECOND));
      const asked = await databaseNow(one.pool);
      const { position } = await caller.ballot.cast({
        negotiation: log,
        stakeholder: SECOND,
        scores: { race: 5 },
        idempotencyKey: `off by ${wrong}`,
      });
      const { at } = JSON.parse((await eventTexts(one, log))[position] ?? '');
      expect(at >= asked && at <= (await databaseNow(one.pool))).toBe(true);
    }
    await expectOneHistory(log);
  });
});
