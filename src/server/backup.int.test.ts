import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { parseReceipt } from '@/audit/evidence';
import { linesOf } from '@/audit/lines';
import { verifyBundle } from '@/audit/verify';
import { parseCheckpoint } from '@/ledger/checkpoint';
import { toHex, utf8 } from '@/ledger/hash';
import { parseNote } from '@/ledger/note';
import type { Receipt } from '@/ledger/receipt';
import { edgeAddresses, treeHash } from '@/ledger/tree';
import { postgresAccount } from '../../scripts/account.mjs';
import { openDataFolder } from '../../scripts/data-folder.mjs';
import { migrate } from '../../scripts/migrations.mjs';
import { openPostgres } from '../../scripts/postgres.mjs';
import { ask } from '../../scripts/postgres-question.mjs';
import { negotiationScopeIn } from './auth/scope';
import { readEventText } from './db/events';
import { logHead } from './db/log-head';
import { openStore, type Store } from './db/store';
import { readNodes } from './db/tree-nodes';
import { fsck } from './operate/fsck';
import { SignedSizes } from './signing/signed-sizes';
import { cookieFor, mutate, query } from './testing/client';
import { exampleFile, people, playedNegotiation } from './testing/negotiation';
import { type ServerProcess, startServerProcess } from './testing/server';
import { bundleOf } from './use-cases/history/bundle';

/**
 * The drill of docs/backup.md: a base backup and archived WAL, taken under load; the database put back to an earlier
 * moment; PARLEY_DATA as it is now.
 */
const LOG = 'drill';
const CLIENTS = ['lab-aurora', 'gov-arden', 'gov-brisa'];
const place = mkdtempSync(path.join(tmpdir(), 'parley-drill-'));
const archive = path.join(place, 'archive');
const dataFolder = path.join(place, 'server');
type Postgres = Awaited<ReturnType<typeof openPostgres>>;
const opened: Postgres[] = [];
const stores: Store[] = [];
const servers: ServerProcess[] = [];

beforeAll(async () => {
  process.env['NEXTAUTH_SECRET'] = 'a secret for the drill of backups';
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  chmodSync(place, 0o711);
  mkdirSync(archive, { mode: 0o700 });
  mkdirSync(dataFolder);
  const account = postgresAccount();
  if (account !== null) chownSync(archive, account.uid, account.gid);
});
afterAll(async () => {
  for (const server of servers) await server.end('SIGKILL');
  for (const store of stores) await store.close();
  for (const postgres of opened) await postgres.stop();
  rmSync(place, { recursive: true, force: true });
});

async function cluster(name: string, settings: Record<string, string>): Promise<Postgres> {
  const postgres = await openPostgres(openDataFolder(path.join(place, name)), { settings });
  opened.push(postgres);
  return postgres;
}

function storeOn(url: string): Store {
  const store = openStore({ url, dataFolder, host: 'localhost', signingKey: '7'.repeat(64) });
  stores.push(store);
  return store;
}

async function serverOn(url: string): Promise<ServerProcess> {
  const server = await startServerProcess({
    DATABASE_URL: url,
    PARLEY_DATA: dataFolder,
    PARLEY_SIGNING_KEY: '7'.repeat(64),
    NEXTAUTH_SECRET: process.env['NEXTAUTH_SECRET'] ?? '',
  });
  servers.push(server);
  return server;
}

async function cast(server: ServerProcess, cookie: string, stakeholder: string, number: number) {
  const ballot = { scores: { race: number % 100, 'verified-pause': Math.floor(number / 100) } };
  const input = { negotiation: LOG, stakeholder, idempotencyKey: `${stakeholder} ${number}`, ...ballot };
  const data = await mutate(server.url, 'ballot.cast', cookie, input);
  const { position } = z.object({ position: z.number() }).parse(data);
  const told = await query(server.url, 'ballot.receipt', cookie, { negotiation: LOG, position });
  const receipt = parseReceipt(JSON.stringify(told));
  if (receipt === null) throw new Error('the server gave no receipt');
  return receipt;
}

/** A copy of the files while the database writes them, as its manual says: begin, copy, end, keep the label. */
async function baseBackup(postgres: Postgres, target: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url('parley') });
  await client.connect();
  await client.query("SELECT pg_backup_start('drill', true)");
  mkdirSync(path.dirname(target), { recursive: true });
  chmodSync(path.dirname(target), 0o711);
  // Files may vanish while they are copied: cp says so and goes on, and the WAL makes up for it.
  spawnSync('cp', ['-a', postgres.folder, target]);
  const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(true)');
  await client.end();
  for (const left of ['postmaster.pid', 'postmaster.opts', 'server.log'])
    rmSync(path.join(target, left), { force: true });
  for (const name of readdirSync(path.join(target, 'pg_wal'))) {
    rmSync(path.join(target, 'pg_wal', name), { recursive: true });
  }
  giveToPostgres(path.join(target, 'backup_label'), rows[0]?.labelfile ?? '');
}

/** Root writes it here, and the account that Postgres runs as reads and renames it. */
function giveToPostgres(file: string, text: string): void {
  const account = postgresAccount();
  writeFileSync(file, text, { mode: 0o600 });
  if (account !== null) chownSync(file, account.uid, account.gid);
}

async function untilArchived(url: string): Promise<void> {
  const [last] = await ask(url, 'SELECT pg_walfile_name(pg_current_wal_lsn()) AS name');
  await ask(url, 'SELECT pg_switch_wal()');
  while (!readdirSync(archive).includes(String(Reflect.get(last ?? {}, 'name')))) await sleep(50);
}

async function verified(store: Store, receipts: readonly Receipt[]) {
  const scope = await negotiationScopeIn(store, await people(store)('auditor'), 'history.bundle', LOG);
  if (!scope.ok) throw new Error('the auditor may not read');
  const { lines } = await bundleOf(scope.value);
  const chunks = (async function* () {
    for await (const part of lines) yield utf8(part);
  })();
  return verifyBundle(linesOf(chunks), { receipts });
}

it('restores to an earlier moment: sound, in a new epoch, and every receipt is answered for', async () => {
  const first = await cluster('first', {
    archive_mode: 'on',
    archive_command: `'cp %p ${archive}/%f'`,
    archive_timeout: '60',
  });
  const url = first.url('parley');
  await migrate(url);
  const store = storeOn(url);
  await playedNegotiation(store, LOG, exampleFile('frontier-training'));
  const server = await serverOn(url);
  const cookies = new Map<string, string>();
  for (const stakeholder of CLIENTS) cookies.set(stakeholder, await cookieFor(store, stakeholder));

  let isOver = false;
  const receipts: Receipt[] = [];
  const load = CLIENTS.map(async (stakeholder) => {
    for (let number = 0; !isOver; number++) {
      receipts.push(await cast(server, cookies.get(stakeholder) ?? '', stakeholder, number));
    }
  });
  const more = async () => {
    for (const enough = receipts.length + 5; receipts.length < enough; ) await sleep(5);
  };
  await more();
  const second = path.join(place, 'second');
  await baseBackup(first, path.join(second, 'postgres'));
  await more();
  const kept = [...receipts];
  await ask(url, "SELECT pg_create_restore_point('before the accident')");
  await more();
  const known = receipts.length;
  await more();
  isOver = true;
  await Promise.all(load);
  await server.end('SIGTERM');
  const before = await logHead(store.pool, LOG);
  const lost = await new SignedSizes(dataFolder).largest(LOG);
  await untilArchived(url);

  cpSync(path.join(place, 'first', 'postgres-password'), path.join(second, 'postgres-password'));
  giveToPostgres(path.join(second, 'postgres', 'recovery.signal'), '');
  const restored = await cluster('second', {
    restore_command: `'cp ${archive}/%f %p'`,
    recovery_target_name: "'before the accident'",
    recovery_target_action: 'promote',
  });
  const again = restored.url('parley');
  for (let isRecovering = true; isRecovering; await sleep(50)) {
    const [row] = await ask(again, 'SELECT pg_is_in_recovery() AS recovering');
    isRecovering = Reflect.get(row ?? {}, 'recovering') === true;
  }
  const back = storeOn(again);
  const size = (await logHead(back.pool, LOG)).size;
  expect(size).toBeLessThan(before.size);
  const everything = { host: 'localhost', logs: [LOG], repair: false };
  const report = await fsck(back, everything);
  expect(report.logs.flatMap(({ differences }) => differences)).toEqual([]);
  expect(report.logs[0]?.notes.join()).toMatch(/was signed and the database holds \d+: the next start/);

  const { url: address } = await serverOn(again);
  while ((await logHead(back.pool, LOG)).epoch === 1) await sleep(50);
  const began: unknown = JSON.parse((await readEventText(back.pool, LOG, size)) ?? '');
  expect(began).toMatchObject({ type: 'epoch.begun', data: { epoch: 2, checkpoint: lost?.note } });

  // What each page says it by (RestoredNotice).
  const shown = await query(address, 'negotiation.get', await cookieFor(back, CLIENTS[0] ?? ''), {
    negotiation: LOG,
  });
  expect(shown).toMatchObject({ restored: { position: size, lost: (lost?.size ?? 0) - size } });

  expect((await verified(back, kept)).kind).toBe('holds');
  const late = receipts.slice(known).find(({ position }) => position >= size);
  if (late === undefined) throw new Error('no receipt was given after the restore point');
  const refused = await verified(back, [late]);
  expect(refused).toMatchObject({ kind: 'fails', failure: { step: 'receipts' } });

  // Whatever the log goes on from, each of its epochs is one tree.
  for (const line of readFileSync(path.join(dataFolder, 'signed', `${LOG}.ndjson`), 'utf8').split('\n')) {
    if (line === '') continue;
    const signed = z
      .object({ epoch: z.number(), size: z.number(), note: z.string() })
      .parse(JSON.parse(line));
    if (signed.epoch === 1 && signed.size > size) continue;
    const root = treeHash(signed.size, await readNodes(back.pool, LOG, edgeAddresses(signed.size)));
    expect(toHex(parseCheckpoint(parseNote(signed.note)?.text ?? '')?.root ?? new Uint8Array())).toBe(
      toHex(root),
    );
  }
  const now = await fsck(storeOn(again), everything);
  expect(now.logs.flatMap(({ differences }) => differences)).toEqual([]);
});
