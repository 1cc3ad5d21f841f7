/** What letters about an account carry. Only hashes are kept, and one secret works once. */
import type { PoolClient } from './pool';
import type { Store } from './store';

export type TokenPurpose = 'reset' | 'confirm';

/** How long a letter's link works, by its purpose. */
export const TOKEN_HOURS = { reset: 2, confirm: 72 } as const satisfies Record<TokenPurpose, number>;

export async function keepAccountToken(
  store: Store,
  hash: Buffer,
  {
    userId,
    purpose,
    email,
  }: { readonly userId: string; readonly purpose: TokenPurpose; readonly email: string },
): Promise<void> {
  await store.pool.query('DELETE FROM account_token WHERE expires_at < clock_timestamp()');
  await store.pool.query(
    `INSERT INTO account_token (hash, user_id, purpose, email, expires_at)
     VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5))`,
    [hash, userId, purpose, email, TOKEN_HOURS[purpose]],
  );
}

/** Whether the secret would work now, by the database's clock. */
export async function isAccountToken(store: Store, hash: Buffer, purpose: TokenPurpose): Promise<boolean> {
  const { rowCount } = await store.pool.query(
    'SELECT FROM account_token WHERE hash = $1 AND purpose = $2 AND expires_at > clock_timestamp()',
    [hash, purpose],
  );
  return rowCount === 1;
}

/** Uses the secret up; two who come with it at once wait for one another, and one gets it. */
export async function takeAccountToken(
  client: PoolClient,
  hash: Buffer,
  purpose: TokenPurpose,
): Promise<{ readonly userId: string; readonly email: string } | null> {
  const { rows } = await client.query<{ userId: string; email: string }>(
    `DELETE FROM account_token WHERE hash = $1 AND purpose = $2 AND expires_at > clock_timestamp()
     RETURNING user_id AS "userId", email`,
    [hash, purpose],
  );
  return rows[0] ?? null;
}

/** Other letters of the same purpose are void: their reader has had what they asked for. */
export async function dropAccountTokens(
  client: PoolClient,
  userId: string,
  purpose: TokenPurpose,
): Promise<void> {
  await client.query('DELETE FROM account_token WHERE user_id = $1 AND purpose = $2', [userId, purpose]);
}
