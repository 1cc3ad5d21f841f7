import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { exampleFile, playedNegotiation } from '../testing/negotiation';
import type { Pool } from './pool';
import { States } from './states';
import type { Store } from './store';

const LOG = 'states';

let database: TestDatabase;
let store: Store;
let last: number;

beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  await store.pool.query('DELETE FROM snapshot WHERE log = $1', [LOG]);
  last = (await store.states.newest(LOG))?.position ?? -1;
});
afterAll(() => database.drop());

/** The pool, and how often events were read through it. */
function counting(pool: Pool): { readonly pool: Pool; readonly reads: () => number } {
  let reads = 0;
  const counted = new Proxy(pool, {
    get: (target, name) => {
      if (name !== 'query') return Reflect.get(target, name);
      return (...words: unknown[]) => {
        if (JSON.stringify(words[0]).includes('read-events')) reads += 1;
        return Reflect.apply(target.query, target, words);
      };
    },
  });
  return { pool: counted, reads: () => reads };
}

it('reads a log once for all who ask at once after a start', async () => {
  const { pool, reads } = counting(store.pool);
  const states = new States(pool);
  const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => states.newest(LOG)));
  expect(first?.position).toBe(last);
  for (const other of others) expect(other?.state).toBe(first?.state);
  expect(reads()).toBe(1);
});

it('goes from the state that it is given, though a newer one is kept', async () => {
  const { pool, reads } = counting(store.pool);
  const states = new States(pool);
  const early = await states.at(pool, LOG, last - 10);
  await states.newest(LOG);
  const before = reads();
  const again = await states.at(pool, LOG, last - 10, early);
  expect([again.state, reads()]).toEqual([early.state, before]);
  const between = await states.at(pool, LOG, last - 5, early);
  expect(between.state).toEqual((await new States(store.pool).at(store.pool, LOG, last - 5)).state);
});

it('reads a log anew that was forgotten while it was being read', async () => {
  const states = new States(store.pool);
  const stale = states.newest(LOG);
  await new Promise(setImmediate);
  states.forget(LOG);
  const fresh = await states.newest(LOG);
  expect(fresh?.state).toEqual((await stale)?.state);
  expect((await states.newest(LOG))?.state).toBe(fresh?.state);
});

it('takes a state that moved on while its size was asked for, and reads an older one of a log that was set back', async () => {
  const { pool, reads } = counting(store.pool);
  const states = new States(pool);
  const early = states.mark(LOG);
  const newest = await states.newest(LOG);
  const before = reads();
  // Asked for before the newest was known, answered after: nothing is read for what has passed.
  expect((await states.reached(LOG, last - 4, early))?.state).toBe(newest?.state);
  expect(reads()).toBe(before);
  // It was known already, and the database says that the log is shorter: that is what counts.
  const back = await states.reached(LOG, last - 4, states.mark(LOG));
  expect(back?.position).toBe(last - 5);
  expect(reads()).toBe(before + 1);
  expect(await states.reached(LOG, 0, -1)).toBeNull();
});
