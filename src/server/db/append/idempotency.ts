/** Idempotency keys: the same key twice casts once and answers the same. They are rows of the append's transaction. */
import type { PoolClient } from '../pool';

export interface KeyUse {
  readonly userId: string;
  readonly key: string;
  /** SHA-256 of the canonical request: the same key with another body is another request. */
  readonly body: string;
}

export interface UsedKey {
  readonly body: string;
  readonly position: number;
  readonly size: number;
  readonly epoch: number;
}

export function keyOf({ userId, key }: Pick<KeyUse, 'userId' | 'key'>): string {
  return `${userId}\n${key}`;
}

const COLUMNS = 'user_id, key, i.body, i.position, i.size, i.epoch';
/** By the index, however few rows there were when its plan was made. */
const ONE = `SELECT ${COLUMNS} FROM idempotency i WHERE log = $1 AND user_id = $2 AND key = $3`;
const SEVERAL = `SELECT ${COLUMNS} FROM idempotency i
  JOIN unnest($2::text[], $3::text[]) AS asked (user_id, key) USING (user_id, key) WHERE i.log = $1`;

/** What was answered to those of the requests that were made before. */
export async function usedKeys(
  client: PoolClient,
  log: string,
  requests: readonly { readonly key?: KeyUse | undefined }[],
): Promise<Map<string, UsedKey>> {
  const keys = requests.flatMap(({ key }) => (key === undefined ? [] : [key]));
  if (keys.length === 0) return new Map();
  const [only] = keys;
  const { rows } = await client.query<UsedKey & { user_id: string; key: string }>(
    keys.length === 1 && only !== undefined
      ? { name: 'used-key', text: ONE, values: [log, only.userId, only.key] }
      : {
          name: 'used-keys',
          text: SEVERAL,
          values: [log, keys.map((k) => k.userId), keys.map((k) => k.key)],
        },
  );
  return new Map(
    rows.map(({ user_id, key, body, position, size, epoch }) => [
      keyOf({ userId: user_id, key }),
      { body, position, size, epoch },
    ]),
  );
}
