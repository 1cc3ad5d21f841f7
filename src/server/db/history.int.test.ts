import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { type HistoryFilter, positionAt, readStretch, stretchQuery } from './history';
import type { Store } from './store';

/** A log of synthetic rows, long enough that the planner minds: a rare type, a rare pseudonym, a rare name. */
const LOG = 'long';
const SIZE = 20_000;
const WHOLE = { from: 0, to: SIZE - 1, newestFirst: false };

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  await store.pool.query(
    `INSERT INTO event (log, position, type, actor, at, bytes)
     SELECT $1, i,
       CASE WHEN i % 2000 = 7 THEN 'round.closed' ELSE 'ballot.cast' END,
       CASE WHEN i % 4000 = 9 THEN 'u_rare' ELSE 'u_often' || i % 50 END,
       '2026-01-01T00:00:00Z'::timestamptz + (i / 3) * interval '1 second',
       json_build_object('position', i, 'data', json_build_object('stakeholder',
         CASE WHEN i % 5000 = 11 THEN 'lab-rare' ELSE 'lab-' || i % 40 END, 'scores', json_build_object('p1', 1)))
     FROM generate_series(0, $2 - 1) AS i`,
    [LOG, SIZE],
  );
  await store.pool.query('ANALYZE event');
});
afterAll(() => database.drop());

async function positions(filter: HistoryFilter, stretch = {}): Promise<number[]> {
  const found = await readStretch(store.pool, LOG, { ...WHOLE, ...stretch }, filter);
  return found.map(({ position }) => position);
}

/** Indexes of the plan, and whether it reads a table from end to end. */
async function plan(filter: HistoryFilter): Promise<string> {
  const { text, values } = stretchQuery(LOG, { ...WHOLE, limit: 200 }, filter);
  const { rows } = await store.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const every = (step: number, first: number) =>
  Array.from({ length: SIZE / step }, (_, i) => first + i * step);

describe.each<[string, HistoryFilter, readonly number[], RegExp]>([
  ['a rare type', { types: ['round.closed'] }, every(2000, 7), /event_log_type_position_idx/],
  ['a rare pseudonym', { actor: 'u_rare' }, every(4000, 9), /event_log_actor_position_idx/],
  ['a rare stakeholder', { names: ['lab-rare'] }, every(5000, 11), /event_names_idx/],
  [
    'two names at once',
    { names: ['lab-rare', 'p1'], types: ['ballot.cast'] },
    every(5000, 11),
    /event_names_idx/,
  ],
])('%s', (_, filter, expected, index) => {
  it('is found by its index, in either order, and within a stretch alone', async () => {
    expect(await positions(filter)).toEqual(expected);
    expect(await positions(filter, { newestFirst: true })).toEqual([...expected].reverse());
    expect(await positions(filter, { limit: 2 })).toEqual(expected.slice(0, 2));
    const [first = 0, second = 0] = expected;
    expect(await positions(filter, { from: first + 1, to: second })).toEqual([second]);
    const text = await plan(filter);
    expect(text).toMatch(index);
    expect(text).not.toContain('Seq Scan');
  });
});

it('finds nothing under the name of another log, nor under a part of a name', async () => {
  expect(await positions({ names: ['lab-rar'] })).toEqual([]);
  expect(await readStretch(store.pool, 'other', WHOLE, { names: ['lab-rare'] })).toEqual([]);
});

it('merges several types in the order of positions', async () => {
  const types = ['ballot.cast', 'round.closed'];
  expect(await positions({ types }, { from: 5, to: 9 })).toEqual([5, 6, 7, 8, 9]);
  expect(await positions({ types }, { from: 5, newestFirst: true, limit: 3 })).toEqual([
    19_999, 19_998, 19_997,
  ]);
});

it('finds where an instant lies among the positions, equal instants and both ends included', async () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
  const find = (seconds: number, after: boolean) => positionAt(store.pool, LOG, SIZE, at(seconds), { after });
  expect(await find(10, false)).toBe(30);
  expect(await find(10, true)).toBe(33);
  expect(await find(10.5, false)).toBe(33);
  expect(await find(-1, true)).toBe(0);
  expect(await find(1e6, false)).toBe(SIZE);
});
