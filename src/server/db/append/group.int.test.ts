import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyReceipt } from '@/ledger/receipt';
import { isCommand } from '@/negotiation/command';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { eventTexts } from '../../testing/log-evidence';
import { accountOf, callerFor, exampleFile, people, playedNegotiation } from '../../testing/negotiation';
import { databaseNow } from '../clock';
import { readEventText } from '../events';
import { logHead } from '../log-head';
import { pseudonymOf } from '../pseudonyms';
import type { Store } from '../store';

/** Ballots that wait on one log go together into one transaction, and each is answered as if it had gone alone. */
const FILE = exampleFile('frontier-training');
const STAKEHOLDERS = FILE.stakeholders.map(({ id }) => id);

let database: TestDatabase;
let one: Store & { readonly dataFolder: string };
let two: Store;

beforeAll(async () => {
  database = await freshDatabase();
  one = database.open();
  two = database.open(one.dataFolder);
  // A real failure of the write: some keys cannot be kept, and one takes the connection along.
  await one.pool.query(`
    CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.key LIKE 'poison%' THEN RAISE EXCEPTION 'poisoned'; END IF;
      IF NEW.key LIKE 'fatal%' AND EXISTS (SELECT FROM armed) THEN
        PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5);
      END IF;
      RETURN NEW;
    END $$;
    CREATE TABLE armed (yes int);
    CREATE TRIGGER refuse_poison BEFORE INSERT ON idempotency FOR EACH ROW EXECUTE FUNCTION refuse_poison();`);
});
afterAll(() => database.drop());

interface Cast {
  readonly store: Store;
  readonly stakeholder: string;
  readonly score: number;
  readonly key: string;
}

/** Looks up who casts before anything is asked, so that all of them are asked at once. */
async function caster(log: string) {
  const actors = new Map<string, { userId: string; actor: string }>();
  for (const stakeholder of STAKEHOLDERS) {
    const userId = await accountOf(one, stakeholder);
    actors.set(stakeholder, { userId, actor: (await pseudonymOf(one, log, userId)) ?? '' });
  }
  return ({ store, stakeholder, score, key }: Cast) => {
    const who = actors.get(stakeholder);
    const command: unknown = { kind: 'castBallot', stakeholder, ballot: { scores: { race: score } } };
    if (who === undefined || !isCommand(command)) throw new Error('no such delegate');
    const { userId, actor } = who;
    return store.appender.append({ log, actor, command, key: { userId, key, body: String(score) } });
  };
}

const of = (i: number) => STAKEHOLDERS[i % STAKEHOLDERS.length] ?? '';

it('answers each of a hundred at once with its own: taken, refused, said again, or not to be written', async () => {
  const log = 'group';
  await playedNegotiation(one, log, FILE);
  const cast = await caster(log);
  const before = (await logHead(one.pool, log)).size;
  const answers = await Promise.allSettled(
    Array.from({ length: 100 }, (_, i) => {
      const [store, stakeholder] = [i % 2 === 0 ? one : two, of(i >> 1)];
      if (i % 10 === 3) return cast({ store, stakeholder, score: 101, key: `bad ${i}` });
      if (i % 10 === 6) return cast({ store, stakeholder, score: i, key: `poison ${i}` });
      // The same person, under the key of the one before.
      if (i % 10 === 5)
        return cast({ store, stakeholder: of((i - 1) >> 1), score: i - 1, key: `good ${i - 1}` });
      if (i % 10 === 9) return cast({ store, stakeholder: of((i - 1) >> 1), score: 1, key: `good ${i - 1}` });
      return cast({ store, stakeholder, score: i, key: `good ${i}` });
    }),
  );
  const taken: number[] = [];
  for (const [i, answer] of answers.entries()) {
    const kind = i % 10;
    if (kind === 6) {
      expect(answer.status === 'rejected' && String(answer.reason)).toMatch(/poisoned/);
      continue;
    }
    if (answer.status === 'rejected') throw answer.reason;
    const { value } = answer;
    if (kind === 3) expect(value.ok || value.error.code).toBe('invalid');
    else if (kind === 5) {
      const said = answers[i - 1];
      expect(said?.status === 'fulfilled' && said.value).toEqual(value);
    } else if (value.ok) taken.push(value.value.position);
    // Of two bodies under one key, whichever came first was taken.
    else expect([kind, value.error.code]).toEqual([kind < 8 ? 'none of these is refused' : kind, 'conflict']);
  }
  expect(taken).toHaveLength(60);
  expect(taken.toSorted((a, b) => a - b)).toEqual(taken.map((_, i) => before + i));
  expect((await eventTexts(one, log)).length).toBe(before + 60);
  const { rows } = await one.pool.query(`SELECT FROM idempotency WHERE log = $1 AND key LIKE 'poison%'`, [
    log,
  ]);
  expect(rows).toEqual([]);
  // They did go together: fewer transactions than ballots.
  const checkpoints = await one.pool.query('SELECT FROM checkpoint WHERE log = $1 AND size > $2', [
    log,
    before,
  ]);
  expect(checkpoints.rowCount).toBeLessThan(60);

  // Every receipt holds, whoever asks for it at which server.
  for (const position of taken) {
    const text = (await readEventText(one.pool, log, position)) ?? '';
    const { data } = JSON.parse(text);
    const caller = callerFor(position % 2 === 0 ? one : two, await people(one)(String(data.stakeholder)));
    const receipt = await caller.ballot.receipt({ negotiation: log, position });
    expect(receipt.event).toBe(text);
    expect(verifyReceipt(receipt, one.keys.of(log, 1))).toMatchObject({ ok: true });
  }
});

it('tells nobody anything when the connection goes, and each that asks again is taken in once', async () => {
  const log = 'lost';
  await playedNegotiation(one, log, FILE);
  const cast = await caster(log);
  const before = (await logHead(one.pool, log)).size;
  const asked = Array.from({ length: 20 }, (_, i) => ({
    store: i % 2 === 0 ? one : two,
    stakeholder: of(i),
    score: i,
    key: i % 7 === 6 ? `fatal ${i}` : `plain ${i}`,
  }));
  await one.pool.query('INSERT INTO armed VALUES (1)');
  const first = await Promise.allSettled(asked.map(cast));
  expect(first.some(({ status }) => status === 'rejected')).toBe(true);
  await one.pool.query('TRUNCATE armed');
  const positions: number[] = [];
  for (const [i, again] of (await Promise.all(asked.map(cast))).entries()) {
    if (!again.ok) throw new Error(again.error.message.text);
    positions.push(again.value.position);
    const told = first[i];
    if (told?.status === 'fulfilled') expect(told.value).toEqual(again);
  }
  expect(positions.toSorted((a, b) => a - b)).toEqual(positions.map((_, i) => before + i));
  expect((await logHead(one.pool, log)).size).toBe(before + asked.length);
});

it('judges each ballot of a crowd at the deadline by the database’s clock', async () => {
  const log = 'deadline';
  await playedNegotiation(one, log, FILE);
  const cast = await caster(log);
  const facilitator = callerFor(one, await people(one)('facilitator'));
  const deadline = new Date(Date.parse(await databaseNow(one.pool)) + 1_500).toISOString();
  await facilitator.round.setDeadline({ negotiation: log, deadline, idempotencyKey: 'deadline' });
  const outcomes = { taken: 0, refused: 0 };
  const crowd = Array.from({ length: 12 }, async (_, client) => {
    for (let turn = 0; ; turn++) {
      const asked = await databaseNow(one.pool);
      const key = `${client} ${turn}`;
      const answer = await cast({
        store: client % 2 === 0 ? one : two,
        stakeholder: of(client),
        score: turn % 101,
        key,
      });
      const answeredAt = await databaseNow(one.pool);
      if (!answer.ok) {
        outcomes.refused += 1;
        expect(answeredAt > deadline).toBe(true);
        return;
      }
      outcomes.taken += 1;
      const { at } = JSON.parse((await readEventText(one.pool, log, answer.value.position)) ?? '{}');
      expect(asked <= at && at <= answeredAt && at <= deadline).toBe(true);
      await sleep(client);
    }
  });
  await Promise.all(crowd);
  expect(outcomes.refused).toBe(12);
  expect(outcomes.taken).toBeGreaterThan(12);
});
