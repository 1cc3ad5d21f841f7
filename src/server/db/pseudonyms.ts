/** The random names under which users act in a log (ledger.md §1). Each log gives its own, so that nobody can link them. */
import { randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from './pool';
import type { Store } from './store';

/** `null` for someone who never had one in this log. */
export async function pseudonymOf(store: Store, log: string, userId: string): Promise<string | null> {
  const { rows } = await store.pool.query<{ pseudonym: string }>({
    name: 'pseudonym-of',
    text: 'SELECT pseudonym FROM pseudonym WHERE log = $1 AND user_id = $2',
    values: [log, userId],
  });
  return rows[0]?.pseudonym ?? null;
}

/** As the next, of an account that is known to be there. */
export async function givePseudonym(store: Store, log: string, userId: string): Promise<string> {
  const given = await pseudonymFor(store, log, userId);
  if (given === null) throw new Error('a pseudonym was asked for of an account that is gone');
  return given;
}

/**
 * The user's pseudonym, given now if they have none. Two who ask at once get the same. A deletion of the account that is
 * under way is waited for, and then there is none: `null`.
 */
export async function pseudonymFor(store: Store, log: string, userId: string): Promise<string | null> {
  await store.pool.query(
    // Held as in append/people-there.ts: nobody is named here whose account is gone.
    `INSERT INTO pseudonym (log, user_id, pseudonym) SELECT $1, id, $3 FROM "user" WHERE id = $2 FOR KEY SHARE
     ON CONFLICT (log, user_id) DO NOTHING`,
    [log, userId, newPseudonym()],
  );
  return pseudonymOf(store, log, userId);
}

/** The names of people by their pseudonyms in a log. Whoever is gone has none. */
export async function namesIn(store: Store, log: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await store.pool.query<{ pseudonym: string; name: string }>({
    name: 'names-in',
    text: `SELECT pseudonym, name FROM pseudonym JOIN "user" ON "user".id = pseudonym.user_id WHERE log = $1`,
    values: [log],
  });
  return new Map(rows.map(({ pseudonym, name }) => [pseudonym, name]));
}

/** Logs in which a user has a pseudonym, which is those where they may hold a seat. */
export async function logsOf(store: Store, userId: string): Promise<string[]> {
  const rows = await store.prisma.pseudonym.findMany({ where: { userId }, select: { log: true } });
  return rows.map((row) => row.log);
}

/** 100 random bits. */
function newPseudonym(): string {
  const digits = 'abcdefghjkmnpqrstuvwxyz23456789x';
  return `u_${Array.from(randomBytes(20), (byte) => digits[byte % 32]).join('')}`;
}

/** The accounts behind pseudonyms in a log. Whoever is gone has none. */
export async function usersOf(
  database: Pool | PoolClient,
  log: string,
  pseudonyms: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (pseudonyms.length === 0) return new Map();
  const { rows } = await database.query<{ pseudonym: string; user_id: string }>(
    `SELECT p.pseudonym, p.user_id FROM pseudonym p JOIN "user" u ON u.id = p.user_id
     WHERE p.log = $1 AND p.pseudonym = ANY ($2)`,
    [log, pseudonyms],
  );
  return new Map(rows.map(({ pseudonym, user_id }) => [pseudonym, user_id]));
}
