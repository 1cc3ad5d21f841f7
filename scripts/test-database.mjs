import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from './data-folder.mjs';
import { atEnd } from './ending.mjs';
import { migrate } from './migrations.mjs';
import { openPostgres } from './postgres.mjs';
import { ask } from './postgres-question.mjs';
import { say } from './say.mjs';

const TEMPLATE = 'parley_template';

/**
 * A Postgres for one run of the tests, thrown away at its end, with a database `parley_template` that has the
 * schema and nothing in it.
 * @returns {Promise<{ folder: string, url: (database: string) => string, copy: (database: string) => Promise<string> }>}
 */
export async function openTestDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  chmodSync(folder, 0o711);
  const data = openDataFolder(join(folder, 'database'));
  const remove = () => {
    for (const path of [folder, data.notes.postgres.folder])
      if (path) rmSync(path, { recursive: true, force: true });
  };
  atEnd(remove);
  const postgres = await openPostgres(data, { durable: false });
  atEnd(postgres.stop);
  await migrate(postgres.url(TEMPLATE));
  say('test database ready');
  return {
    folder,
    url: postgres.url,
    copy: async (database) => {
      await ask(postgres.url('postgres'), `CREATE DATABASE ${database} TEMPLATE ${TEMPLATE}`);
      return postgres.url(database);
    },
  };
}
