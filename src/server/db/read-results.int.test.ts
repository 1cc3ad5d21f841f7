import { afterAll, beforeAll, expect, it } from 'vitest';
import { BASES } from '@/core/model';
import { standingsOf } from '@/negotiation/result';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { callerFor, exampleFile, people, playedNegotiation, settleStanding } from '../testing/negotiation';
import { readStanding } from './standings';

const LOG = 'read';
const ALL = 1_000_000;

let database: TestDatabase;
let store: ReturnType<TestDatabase['open']>;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  await settleStanding(store, LOG);
});
afterAll(() => database.drop());

async function newest(upTo = ALL) {
  const read = await store.results.newest(LOG, 'stated', upTo);
  const stored = await readStanding(store.pool, LOG, 'stated', upTo);
  expect(read === null ? null : { position: read.position, result: read.result }).toEqual(stored);
  return read;
}

it('gives the same object while the same result is stored, and the new one once there is another', async () => {
  const first = await newest();
  expect(first).not.toBeNull();
  expect((await newest())?.result).toBe(first?.result);

  const caller = callerFor(store, await people(store)('lab-aurora'));
  await caller.ballot.cast({
    negotiation: LOG,
    stakeholder: 'lab-aurora',
    scores: { race: 77 },
    idempotencyKey: 'anew',
  });
  await settleStanding(store, LOG);
  const second = await newest();
  expect(second?.position).toBe((first?.position ?? 0) + 1);
  expect(await newest(0)).toBeNull();
  expect((await newest())?.result).not.toBe(first?.result);
});

it('sees that a result was mended in its place', async () => {
  const before = await newest();
  await store.pool.query(
    `UPDATE standing SET computed_at = computed_at + interval '1 second' WHERE log = $1`,
    [LOG],
  );
  expect((await newest())?.result).not.toBe(before?.result);
});

it('refuses a result of which a part is missing, rather than to give another', async () => {
  const { rows } = await store.pool.query<{ hash: Buffer; text: string }>(
    `DELETE FROM standing_part WHERE log = $1 AND strpos(text, '"basis":"stated"') > 0 RETURNING hash, text`,
    [LOG],
  );
  expect(rows).toHaveLength(1);
  await expect(readStanding(store.pool, LOG, 'stated', ALL)).rejects.toThrow('a part of the result of read');
  await store.pool.query(
    `UPDATE standing SET computed_at = computed_at + interval '1 second' WHERE log = $1`,
    [LOG],
  );
  await expect(store.results.newest(LOG, 'stated', ALL)).rejects.toThrow('a part of the result of read');
  await store.pool.query('INSERT INTO standing_part VALUES ($1, $2, $3)', [
    LOG,
    rows[0]?.hash,
    rows[0]?.text,
  ]);
  expect(await newest()).not.toBeNull();
});

it.each([
  ['small-01', true],
  ['frontier-training', false],
])(
  'stores the results of both bases of %s, once where no briefing makes two of them',
  async (name, isOne) => {
    const log = `both-of-${name}`;
    await playedNegotiation(store, log, exampleFile(name));
    await settleStanding(store, log);
    const { rows } = await store.pool.query<{ one: boolean }>(
      `SELECT i.parts[2:] = s.parts[2:] AS one FROM standing i JOIN standing s USING (log, position)
       WHERE log = $1 AND i.basis = 'informed' AND s.basis = 'stated'`,
      [log],
    );
    expect(rows.map(({ one }) => one)).toContain(isOne);
    const state = (await store.states.newest(log))?.state;
    if (state === undefined) throw new Error('no state');
    for (const basis of BASES) {
      const expected = JSON.stringify(standingsOf(state)[basis]);
      expect(JSON.stringify((await store.results.newest(log, basis, ALL))?.result)).toBe(expected);
      expect(JSON.stringify((await readStanding(store.pool, log, basis, ALL))?.result)).toBe(expected);
    }
  },
);
