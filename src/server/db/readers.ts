/** Who a message is to. */
import type { Reader } from '../mail/letter';
import type { Addressee } from '../mail/message';
import type { Pool } from './pool';

interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly claimed_email: string | null;
  readonly administrator: boolean;
  readonly time_zone: string | null;
}

/** `null` where the account is gone. */
export async function readerOf(pool: Pool, to: Addressee): Promise<Reader | null> {
  if ('address' in to) return { account: null, address: to.address, timeZone: 'UTC' };
  const { rows } = await pool.query<UserRow>({
    name: 'reader-of',
    text: 'SELECT id, name, email, claimed_email, administrator, time_zone FROM "user" WHERE id = $1',
    values: [to.user],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const { id, name, email, administrator, time_zone: timeZone } = row;
  const account = { id, name, email: email ?? row.claimed_email ?? '', administrator, timeZone };
  return { account, address: email, timeZone: timeZone ?? 'UTC' };
}

/** Whether a person wants no mail of a kind. */
export async function isStopped(pool: Pool, user: string, kind: string): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT 1 FROM mail_stop WHERE user_id = $1 AND kind = $2', [
    user,
    kind,
  ]);
  return rowCount === 1;
}

/** Kinds of which a person wants no mail. */
export async function stopsOf(pool: Pool, user: string): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ kind: string }>('SELECT kind FROM mail_stop WHERE user_id = $1', [
    user,
  ]);
  return new Set(rows.map(({ kind }) => kind));
}

/** Again and again to the same end. An account that is gone wants no mail anyway. */
export async function setStop(pool: Pool, user: string, kind: string, stopped: boolean): Promise<void> {
  await pool.query(
    stopped
      ? `INSERT INTO mail_stop (user_id, kind) SELECT id, $2 FROM "user" WHERE id = $1 ON CONFLICT DO NOTHING`
      : 'DELETE FROM mail_stop WHERE user_id = $1 AND kind = $2',
    [user, kind],
  );
}
