import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { signCheckpoint } from '@/ledger/checkpoint';
import { writeSnapshot } from '../db/snapshot';
import { checkEpochs } from '../jobs/check-epochs';
import { Hub } from '../live/hub';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { callerFor, exampleFile, people, playedNegotiation, settleStanding } from '../testing/negotiation';
import { fsck } from './fsck';

let database: TestDatabase;
let store: ReturnType<TestDatabase['open']>;
const LOGS = ['open', 'sealed', 'private', 'restored'];

beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  const file = exampleFile('frontier-training');
  await playedNegotiation(store, 'open', file);
  await playedNegotiation(store, 'sealed', file, { mode: 'sealed' });
  await playedNegotiation(store, 'private', file, { mode: 'private' });
  await playedNegotiation(store, 'restored', exampleFile('small-01'));
  const key = store.keys.of('restored', 1);
  const note = signCheckpoint({ origin: key.name, size: 10_000, root: new Uint8Array(32) }, key);
  await store.signed.record('restored', { epoch: 1, size: 10_000, note });
  await checkEpochs(database.open(store.dataFolder));
  await settleStanding(store, 'restored');
});
afterAll(() => database.drop());

const run = (repair: boolean, logs: readonly string[]) => fsck(store, { host: 'localhost', logs, repair });

/** As a superuser who switches the triggers off. */
async function damage(sql: string): Promise<void> {
  const client = await store.pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    const { rowCount } = await client.query(sql);
    expect(rowCount).toBeGreaterThan(0);
  } finally {
    await client.query('SET session_replication_role = origin');
    client.release();
  }
}

async function told(...of: readonly string[]) {
  const { logs } = await run(false, of);
  return logs.flatMap(({ differences }) =>
    differences.map(({ table, key, sentence }) => `${table} ${key}: ${sentence}`),
  );
}

/** Those that are damaged; of all four at the beginning and at the end. */
const DAMAGED = ['open', 'sealed'];

beforeEach(async () => expect(await told(...DAMAGED)).toEqual([]));

/** Damaged below, each of them: all that follows from the events, and the log itself. */
const CHECKED = `log event tree_node event_text sealed_ballot negotiation membership ballot snapshot standing
  standing_part standing_profile standing_support standing_head`.split(/\s+/);
/** ledger.md §1, first paragraph: what has no source but itself; and who has been told what when. */
const SOURCES =
  `user account_token session pseudonym rate_limit message mail_stop invitation invitation_token draft
  idempotency checkpoint cosignature notice_head standing_change verdict_head`.split(/\s+/);

it('knows of every table whether it follows from the events', async () => {
  const { rows } = await store.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_prisma%'`,
  );
  const known = [...CHECKED, ...SOURCES];
  expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  expect(rows.length).toBeGreaterThan(CHECKED.length);
});

it('finds nothing where nothing is wrong', async () => expect(await told(...LOGS)).toEqual([]));

it.each([
  [
    'a missing node',
    `DELETE FROM tree_node WHERE log = 'open' AND level = 1 AND index = 2`,
    /^tree_node 1\/2: the node is missing/,
  ],
  [
    'a wrong ballot',
    `UPDATE ballot SET position = 0 WHERE log = 'open' AND stakeholder = 'lab-aurora'`,
    /^ballot lab-aurora: position is 0 and should be \d+$/,
  ],
  [
    'a missing membership',
    `DELETE FROM membership WHERE log = 'open' AND role = 'auditor'`,
    /^membership u_\w+ auditor: the row is missing/,
  ],
  [
    'an altered standing',
    `UPDATE standing SET parts = '{}' WHERE log = 'open' AND basis = 'stated'`,
    /^standing \d+ stated: parts is \[\] and should be/,
  ],
  [
    'an altered part',
    `UPDATE standing_part SET text = replace(text, '"adequate":false', '"adequate":true') WHERE log = 'open' AND strpos(text, '"adequate":false') > 0`,
    /^standing_part \\x[0-9a-f]{64}: text is .* and should be/,
  ],
  [
    'a missing part',
    `DELETE FROM standing_part WHERE log = 'open' AND strpos(text, '"basis":"informed"') > 0`,
    /^standing_part \\x[0-9a-f]{64}: the row is missing/,
  ],
  [
    'a part that no standing names',
    `INSERT INTO standing_part VALUES ('open', '\\x07', 'x')`,
    /^standing_part \\x07: the row should not be there/,
  ],
  [
    'an altered verdict',
    `UPDATE standing_profile SET verdict = 'none' WHERE log = 'open' AND ordinal = 1 AND basis = 'stated'`,
    /^standing_profile -1 stated \S+: verdict is "none" and should be/,
  ],
  [
    'an altered support',
    `UPDATE standing_support SET weight = weight + 1 WHERE log = 'open' AND basis = 'informed'`,
    /^standing_support -1 informed \S+ \w+ \S+: weight is \d+ and should be \d+$/,
  ],
  [
    'a standing too far',
    `UPDATE standing_head SET position = position + 7 WHERE log = 'open'`,
    /^standing_head : position is \d+ and should be \d+$/,
  ],
  [
    'a row too many',
    `INSERT INTO membership VALUES ('open', 'u_nobody', 'facilitator', '')`,
    /^membership u_nobody facilitator: the row should not be there/,
  ],
  [
    'a wrong head',
    `UPDATE log SET size = size - 1 WHERE log = 'open'`,
    /^log size: size is \d+ and should be \d+$/,
  ],
  [
    'a head too far',
    `UPDATE log SET size = size + 7 WHERE log = 'open'`,
    /^log size: size is \d+ and should be \d+$/,
  ],
  [
    'a wrong title',
    `UPDATE negotiation SET title = 'x' WHERE log = 'open'`,
    /^negotiation : title is "x" and should be/,
  ],
] as const)('finds and mends %s', async (_, sql, line) => {
  await damage(sql);
  const lines = await told(...DAMAGED);
  expect(
    lines.some((one) => line.test(one)),
    lines.join('\n'),
  ).toBe(true);
  const report = await run(true, DAMAGED);
  expect(report.sound).toBe(true);
  expect(report.mended).toBeGreaterThan(0);
});

it.each([
  [
    "an event's byte",
    `UPDATE event SET bytes = replace(bytes, 'race', 'ract') WHERE log = 'open' AND type = 'profile.proposed'`,
    /^event \d+: its bytes hash to/,
  ],
  [
    'a column',
    `UPDATE event SET actor = 'u_other' WHERE log = 'open' AND position = 5`,
    /^event 5: the column actor is "u_other"/,
  ],
  [
    'a wrong node',
    `UPDATE tree_node SET hash = decode(repeat('07', 32), 'hex') WHERE log = 'open' AND level = 1 AND index = 1`,
    /^tree_node 1\/1: the hash is 0707/,
  ],
  [
    'a sealed ballot',
    `UPDATE sealed_ballot SET salt = repeat('07', 32) WHERE log = 'sealed' AND position = (SELECT max(position) FROM sealed_ballot WHERE log = 'sealed')`,
    /^sealed_ballot \d+: the ballot and its salt do not open/,
  ],
  [
    'a text',
    `UPDATE event_text SET text = text || '.' WHERE log = 'open'`,
    /^event_text \d+ [0-9a-f]+: the text and its salt/,
  ],
] as const)('finds %s, and leaves it', async (_, sql, line) => {
  const client = await store.pool.connect();
  const tables = ['event', 'tree_node', 'sealed_ballot', 'event_text'];
  for (const table of tables) await client.query(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
  await damage(sql);
  const lines = await told(...DAMAGED);
  expect(
    lines.some((one) => line.test(one)),
    lines.join('\n'),
  ).toBe(true);
  const report = await run(true, DAMAGED);
  expect(report.sound).toBe(false);
  await client.query('SET session_replication_role = replica');
  for (const table of tables) {
    await client.query(`DELETE FROM ${table}`);
    await client.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
    await client.query(`DROP TABLE kept_${table}`);
  }
  await client.query('SET session_replication_role = origin');
  client.release();
});

it('leaves a running server that answers rightly, though it had begun from a wrong snapshot', async () => {
  const known = await store.states.newest('open');
  if (known === null) throw new Error('there is no state');
  const wrong = { ...known.state, title: 'Another' };
  await writeSnapshot(store.pool, 'open', { position: known.position, state: wrong });
  const other = database.open(store.dataFolder);
  const hub = new Hub(other);
  await hub.start();
  expect((await other.states.newest('open'))?.state.title).toBe('Another');
  expect(await told(...DAMAGED)).toEqual([expect.stringMatching(/^snapshot : state is .* and should be/)]);
  expect((await run(true, DAMAGED)).sound).toBe(true);
  while ((await other.states.newest('open'))?.state.title === 'Another') await sleep(20);
  expect((await other.states.newest('open'))?.state).toEqual(known.state);
  await hub.close();
});

it('repairs while ballots go on, and loses none of them', async () => {
  const stakeholders = ['lab-aurora', 'lab-borealis', 'gov-arden'];
  const acknowledged = new Map<string, number>();
  let isOver = false;
  const load = stakeholders.map(async (stakeholder) => {
    const call = callerFor(store, await people(store)(stakeholder));
    for (let number = 0; !isOver; number++) {
      const idempotencyKey = `${stakeholder} under repair ${number}`;
      const scores = { race: number % 100 };
      const ballot = { negotiation: 'open', stakeholder, idempotencyKey, scores };
      acknowledged.set(idempotencyKey, (await call.ballot.cast(ballot)).position);
    }
  });
  for (let repair = 0; repair < 3; repair++) {
    for (const enough = acknowledged.size + 10; acknowledged.size < enough; ) await sleep(1);
    await damage(`DELETE FROM membership WHERE log = 'open' AND role = 'auditor'`);
    await damage(`UPDATE ballot SET position = 0 WHERE log = 'open' AND stakeholder = 'gov-brisa'`);
    // What is told is as of one moment; standings follow the ballots by themselves.
    const { mended } = await run(true, DAMAGED);
    expect(mended).toBeGreaterThan(0);
  }
  isOver = true;
  await Promise.all(load);
  await settleStanding(store, 'open');
  const { rows } = await store.pool.query<{ key: string; position: number }>(
    `SELECT key, position FROM idempotency JOIN event USING (log, position)
     WHERE log = 'open' AND event.type = 'ballot.cast' AND strpos(key, 'under repair') > 0`,
  );
  expect(new Map(rows.map(({ key, position }) => [key, position]))).toEqual(acknowledged);
  expect(new Set(acknowledged.values()).size).toBe(acknowledged.size);
  expect(await told(...LOGS)).toEqual([]);
});
