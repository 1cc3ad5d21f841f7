import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../db/store';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { callerFor, exampleFile, people } from '../../testing/negotiation';

/** A negotiation begun from a file: the whole of it, or nothing. */
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

const wanted = { title: 'Under a title of its own', mode: 'sealed', public: false, succeeds: null } as const;

async function logs(): Promise<number> {
  const { rows } = await store.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM log');
  return rows[0]?.n ?? 0;
}

it('takes in a file, once under a key', async () => {
  const caller = callerFor(store, await people(store)('facilitator'));
  const file = exampleFile('frontier-training');
  const created = await caller.negotiation.create({ ...wanted, file, idempotencyKey: 'k' });
  expect(await caller.negotiation.create({ ...wanted, file, idempotencyKey: 'k' })).toEqual(created);
  const { negotiation } = created;
  expect(await caller.negotiation.export({ negotiation })).toEqual({ ...file, title: wanted.title });
  expect((await caller.negotiation.get({ negotiation })).mode).toBe('sealed');
  const setUp = await caller.negotiation.setUp({ negotiation });
  expect(setUp).toMatchObject({ missing: [], hasRule: true, succeededBy: null });
  // A ballot of the file speaks of them all.
  expect(setUp.fixed).toHaveLength(file.profiles.length);
  expect(setUp.withoutDelegate).toHaveLength(file.stakeholders.length);
});

it('creates nothing where the file has a fault, and tells it with its path', async () => {
  const caller = callerFor(store, await people(store)('facilitator'));
  const before = await logs();
  const file = { ...exampleFile('small-01'), rule: { quota: { dimension: 'none', moreThan: '1/2' } } };
  await expect(caller.negotiation.create({ ...wanted, file, idempotencyKey: 'bad' })).rejects.toThrow(
    'rule.quota.dimension',
  );
  expect(await logs()).toBe(before);
});
