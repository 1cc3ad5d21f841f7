import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { APPENDED } from '../checkpoints';
import type { Store } from '../store';
import { Publisher } from './publisher';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

it('keeps every checkpoint of a crowd, and tells of the newest of each log a few times', async () => {
  const told: { log: string; position: number }[] = [];
  const stop = await store.listener.subscribe({
    channels: [APPENDED],
    onNotice: (_, payload) => told.push(JSON.parse(payload)),
    onConnected: () => undefined,
  });
  const publisher = new Publisher(store.pool);
  const logs = ['a', 'b'];
  for (let size = 1; size <= 100; size++) {
    for (const log of logs) publisher.publish({ log, epoch: 1, size, note: `${log} ${size}` });
    if (size % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await publisher.close();
  const { rows } = await store.pool.query<{ log: string; size: number; note: string }>(
    `SELECT log, size, note FROM checkpoint WHERE log IN ('a', 'b') ORDER BY size, log`,
  );
  expect(rows).toEqual(
    Array.from({ length: 200 }, (_, i) => {
      const [log = '', size] = [logs[i % 2], (i >> 1) + 1];
      return { log, size, note: `${log} ${size}` };
    }),
  );
  await expect.poll(() => told.filter(({ position }) => position === 99).length).toBe(2);
  expect(told.length).toBeLessThan(40);
  for (const log of logs) {
    const positions = told.filter((each) => each.log === log).map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((x, y) => x - y));
  }
  await stop();
});

it('tells of one that comes alone at once, and of what waits when it is closed', async () => {
  const publisher = new Publisher(store.pool);
  const sizes = async () =>
    (await store.pool.query(`SELECT size FROM checkpoint WHERE log = 'alone' ORDER BY size`)).rows.map(
      ({ size }) => size,
    );
  publisher.publish({ log: 'alone', epoch: 1, size: 1, note: 'first' });
  await expect.poll(sizes).toEqual([1]);
  publisher.publish({ log: 'alone', epoch: 1, size: 2, note: 'second' });
  await publisher.close();
  expect(await sizes()).toEqual([1, 2]);
});
