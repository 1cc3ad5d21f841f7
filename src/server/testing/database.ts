/** A database of its own for each test file, with the schema and nothing in it. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareJobQueue } from '../../../scripts/job-queue.mjs';
import { openPool } from '../db/pool';
import { openStore, type Store } from '../db/store';

const TEMPLATE = 'parley_template';
const MIGRATIONS = 'prisma/migrations';

export interface TestDatabase {
  readonly url: string;
  /** A server's store with a data folder of its own, or of another's. */
  open(dataFolder?: string): Store & { readonly dataFolder: string };
  /** Closes every store and drops the database. */
  drop(): Promise<void>;
}

/** @param serverUrl a Postgres where databases may be created: `npm test` sets DATABASE_URL to one. */
export async function freshDatabase(serverUrl = process.env['DATABASE_URL'] ?? ''): Promise<TestDatabase> {
  const name = `parley_test_${randomBytes(6).toString('hex')}`;
  const url = withDatabase(serverUrl, name);
  await create(serverUrl, name, url);
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-store-'));
  const stores: Store[] = [];
  let opened = 0;
  return {
    url,
    open: (dataFolder = path.join(folder, String(opened++))) => {
      const store = openStore({ url, dataFolder, host: 'localhost', signingKey: '7'.repeat(64) });
      stores.push(store);
      return { ...store, dataFolder };
    },
    drop: async () => {
      for (const store of stores) await store.close();
      await onServer(serverUrl, (query) => query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function create(serverUrl: string, name: string, url: string): Promise<void> {
  const hasTemplate = await onServer(serverUrl, async (query) => {
    const found = await query(`SELECT 1 FROM pg_database WHERE datname = '${TEMPLATE}'`);
    await query(`CREATE DATABASE ${name}${found > 0 ? ` TEMPLATE ${TEMPLATE}` : ''}`);
    return found > 0;
  });
  if (hasTemplate) return;
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  await onServer(url, async (query) => {
    for (const { name: folder } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      await query(readFileSync(path.join(MIGRATIONS, folder, 'migration.sql'), 'utf8'));
    }
  });
  await prepareJobQueue(url);
}

async function onServer<T>(
  url: string,
  work: (query: (sql: string) => Promise<number>) => Promise<T>,
): Promise<T> {
  const pool = openPool(url, () => undefined, 1);
  try {
    return await work(async (sql) => (await pool.query(sql)).rowCount ?? 0);
  } finally {
    await pool.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
