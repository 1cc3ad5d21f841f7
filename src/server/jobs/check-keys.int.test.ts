import { afterAll, beforeAll, expect, it } from 'vitest';
import { linesOf } from '@/audit/lines';
import { verifyBundle } from '@/audit/verify';
import { formatVerifierKey, parseVerifierKey } from '@/ledger/note';
import { isCommand } from '@/negotiation/command';
import { checkpointAt } from '../db/checkpoints';
import { logHead } from '../db/log-head';
import { pseudonymOf } from '../db/pseudonyms';
import { openStore, type Store } from '../db/store';
import { SettingsError } from '../env';
import { fsck } from '../operate/fsck';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { accountOf, exampleFile, playedNegotiation } from '../testing/negotiation';
import { checkKeys } from './check-keys';

const LOG = 'rotating';
const [OLD, NEW, NEWER, FOREIGN] = ['7', '8', '9', '6'].map((digit) => digit.repeat(64));

let database: TestDatabase;
let folder: string;
const opened: Store[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const first = database.open();
  folder = first.dataFolder;
  await playedNegotiation(first, LOG, exampleFile('frontier-training'));
});
afterAll(async () => {
  for (const store of opened) await store.close();
  await database.drop();
});

function openWith(signingKey: string | undefined, previousKeys?: string): Store {
  const store = openStore({
    url: database.url,
    dataFolder: folder,
    host: 'localhost',
    signingKey,
    previousKeys,
  });
  opened.push(store);
  return store;
}

async function rotations(store: Store): Promise<number> {
  const { rows } = await store.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM event WHERE log = $1 AND type = 'key.rotated'`,
    [LOG],
  );
  return rows[0]?.n ?? -1;
}

async function newestCheckpoint(store: Store): Promise<string> {
  const { epoch, size } = await logHead(store.pool, LOG);
  return checkpointAt(store.pool, store, LOG, epoch, size);
}

/** The bundle of the whole log, with its newest checkpoint. */
async function bundle(store: Store): Promise<Uint8Array> {
  const { rows } = await store.pool.query<{ bytes: string }>(
    'SELECT bytes FROM event WHERE log = $1 ORDER BY position',
    [LOG],
  );
  const key = store.keys.of(LOG, 1);
  const header = { format: 'parley-audit/1', key: formatVerifierKey(key), origin: key.name };
  const lines = [
    JSON.stringify(header),
    ...rows.map(({ bytes }) => bytes),
    JSON.stringify(await newestCheckpoint(store)),
  ];
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}

async function verifiedWith(store: Store, keyHolder: Store, since?: string) {
  const key = parseVerifierKey(formatVerifierKey(keyHolder.keys.of(LOG, 1)));
  const bytes = await bundle(store);
  const chunks = async function* () {
    yield bytes;
  };
  const verification = await verifyBundle(linesOf(chunks()), {
    ...(key && { key }),
    ...(since !== undefined && { since }),
  });
  return verification.kind === 'fails' ? verification.failure.step : verification.kind;
}

it('records a new key once though two servers start at once, and every key of the chain verifies the log', async () => {
  const old = openWith(OLD);
  await checkKeys(old);
  expect(await rotations(old)).toBe(0);
  const before = await newestCheckpoint(old);

  const [one, two] = [openWith(NEW, OLD), openWith(NEW, OLD)];
  await Promise.all([checkKeys(one), checkKeys(two)]);
  expect(await rotations(one)).toBe(1);
  expect(await verifiedWith(one, old, before)).toBe('holds');
  expect(await verifiedWith(one, one, before)).toBe('holds');

  const newer = openWith(NEWER, `${OLD},${NEW}`);
  await checkKeys(newer);
  await checkKeys(newer);
  expect(await rotations(newer)).toBe(2);
  for (const holder of [old, one, newer]) expect(await verifiedWith(newer, holder, before)).toBe('holds');
  expect(await verifiedWith(newer, openWith(FOREIGN))).toBe('signature');
  const origin = newer.keys.of(LOG, 1).name;
  const served = newer.keys.verifiersOf(origin).map(formatVerifierKey);
  expect(served).toEqual([newer, old, one].map((store) => formatVerifierKey(store.keys.of(LOG, 1))));
  expect(newer.keys.verifiersOf(origin.replace(LOG, 'no-such-log'))).toHaveLength(3);
  expect(newer.keys.verifiersOf(`elsewhere.example/parley/${LOG}`)).toEqual([]);

  const report = await fsck(newer, { host: 'localhost', logs: [LOG], repair: false });
  // The standing worker does not run here, so standings lag; what the log itself says is sound.
  const told = report.logs.flatMap(({ differences }) => differences.map(({ table }) => table));
  expect(told.filter((table) => ['event', 'checkpoint', 'log', 'tree_node'].includes(table))).toEqual([]);
});

it('lets no server write or start that does not hold the key', async () => {
  const left = openWith(OLD);
  const actor = (await pseudonymOf(left, LOG, await accountOf(left, 'lab-aurora'))) ?? '';
  const command: unknown = { kind: 'castBallot', stakeholder: 'lab-aurora', ballot: { abstain: true } };
  if (!isCommand(command)) throw new Error('no command');
  const size = (await logHead(left.pool, LOG)).size;
  await expect(left.appender.append({ log: LOG, actor, command })).rejects.toThrow(/signed with another key/);
  expect((await logHead(left.pool, LOG)).size).toBe(size);
  // A size that nobody signed yet: nor does it sign a checkpoint. One that was signed it can still give out.
  const signed = await left.signed.largest(LOG);
  await expect(checkpointAt(left.pool, left, LOG, 1, 3)).rejects.toThrow(/neither writes nor signs/);
  expect(await left.signed.largest(LOG)).toEqual(signed);
  await expect(checkKeys(left)).rejects.toThrow(SettingsError);
  await expect(checkKeys(openWith(FOREIGN, OLD))).rejects.toThrow(/PARLEY_PREVIOUS_SIGNING_KEY/);
});
