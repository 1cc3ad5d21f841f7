/** Who has an account, kept from being deleted until the transaction ends. */
import type { PoolClient } from '../pool';

/**
 * Rows that name a person are written only while their account is held: a deletion (forget-person.ts) under way is
 * waited for, and one that comes meanwhile waits, and takes those rows along.
 */
export async function peopleThere(client: PoolClient, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await client.query<{ id: string }>({
    name: 'people-there',
    // In one order, though many share such a lock and only a deletion is kept out.
    text: 'SELECT id FROM "user" WHERE id = ANY ($1) ORDER BY id FOR KEY SHARE',
    values: [[...new Set(ids)]],
  });
  return new Set(rows.map(({ id }) => id));
}
