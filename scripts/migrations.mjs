import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { prepareJobQueue } from './job-queue.mjs';
import { ask } from './postgres-question.mjs';
import { inProject } from './project.mjs';
import { runNode } from './run.mjs';
import { say } from './say.mjs';

const PRISMA = 'node_modules/prisma/build/index.js';

/** The migrations of this checkout by name, each with the checksum that Prisma records when it applies one. */
function ours() {
  const folder = inProject('prisma/migrations');
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')));
  const checksum = (name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name, 'migration.sql')))
      .digest('hex');
  return new Map(names.sort().map((name) => [name, checksum(name)]));
}

async function theirs(url) {
  try {
    return await ask(
      url,
      'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
  } catch (error) {
    if (error.code === '3D000' || error.code === '42P01') return []; // no such database or table: nothing applied
    const { host } = new URL(url);
    throw new Failure(
      `The database at ${host} does not answer (${error.message || error.code}): see that it runs and that DATABASE_URL is right.`,
    );
  }
}

/** Names of migrations still to apply. A database of another version of Parley is left alone, with a sentence. */
async function pending(url) {
  const mine = ours();
  const applied = await theirs(url);
  for (const { name, checksum, finished } of applied) {
    if (!finished) {
      throw new Failure(
        `The change ${name} of the database stopped half-way: put back a backup, or see docs/self-hosting.md.`,
      );
    }
    if (mine.get(name) !== checksum) {
      const how = mine.has(name)
        ? 'has another change under the name'
        : 'knows a change that this one does not:';
      throw new Failure(
        `The data were written by another version of Parley, which ${how} ${name}: start that version or a newer one, or name another folder with PARLEY_DATA.`,
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return [...mine.keys()].filter((name) => !done.has(name));
}

async function prisma(words, url) {
  const env = { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
  const { code, output } = await runNode([PRISMA, ...words], { env });
  if (code !== 0)
    throw new Failure(
      `${output.trim()}\n\nprisma ${words.join(' ')} failed: the database is as it was before.`,
    );
}

/** Rows of these are never changed or removed: the server's account may read and add, and nothing else. */
const APPEND_ONLY = ['event', 'tree_node', 'checkpoint', 'cosignature'];

/**
 * The owner of the tables gives the server's account what it needs and no more: after each migration anew, so that
 * tables to come are covered. The account must be there, and neither own the tables nor be a superuser.
 */
async function grant(ownerUrl, url) {
  const account = decodeURIComponent(new URL(url).username);
  if (account === decodeURIComponent(new URL(ownerUrl).username)) {
    throw new Failure(
      'PARLEY_OWNER_DATABASE_URL and DATABASE_URL name the same account: give the server one of its own, or leave the owner out (docs/self-hosting.md).',
    );
  }
  const [known] = await ask(ownerUrl, 'SELECT rolsuper FROM pg_roles WHERE rolname = $1', [account]);
  if (known === undefined || known.rolsuper) {
    const what = known === undefined ? 'does not exist' : 'is a superuser, whom no grant binds';
    throw new Failure(`The database account ${account} of DATABASE_URL ${what}: see docs/self-hosting.md.`);
  }
  const role = `"${account.replaceAll('"', '""')}"`;
  const tables = await ask(ownerUrl, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  const jobs = await ask(ownerUrl, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'pgboss'");
  const statements = [
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`,
  ];
  for (const { name } of tables) {
    if (name === '_prisma_migrations') continue;
    const rights = APPEND_ONLY.includes(name) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
    statements.push(`GRANT ${rights} ON public."${name}" TO ${role}`);
  }
  statements.push(`GRANT USAGE ON SCHEMA pgboss TO ${role}`);
  for (const { name } of jobs) {
    statements.push(`GRANT SELECT, INSERT, UPDATE, DELETE ON pgboss."${name}" TO ${role}`);
  }
  // One simple query is one transaction: at no moment is a running server without its rights.
  await ask(ownerUrl, statements.join(';'));
}

/** `migrate` by the account that owns the tables, where the operator gives one; the server's account gets its rights. */
export async function migrateAs(ownerUrl, url) {
  if (!ownerUrl) return migrate(url);
  await migrate(ownerUrl);
  await grant(ownerUrl, url);
}

/**
 * Brings the database of `url` to this checkout's schema, making it where there is none. `migrate deploy` can end
 * with success though its engine fell over, so `migrate status` and our own look at the table follow.
 */
export async function migrate(url) {
  const todo = await pending(url);
  if (todo.length > 0) await apply(url, todo.length);
  await prepareJobQueue(url);
}

async function apply(url, changes) {
  await prisma(['migrate', 'deploy'], url);
  await prisma(['migrate', 'status'], url);
  const left = await pending(url);
  if (left.length > 0) throw new Failure(`The database did not take the change ${left[0]}.`);
  say(`database brought up to date (${changes} change${changes === 1 ? '' : 's'})`);
}
