/** Invitations beside the log: to whom they went, whether they were opened, and the hashes of their secrets. */
import type { Pool, PoolClient } from './pool';

export interface InvitationRow {
  readonly invitation: string;
  /** `null` where it was given as a link. */
  readonly email: string | null;
  readonly createdAt: string;
  readonly openedAt: string | null;
}

/** Again for the same invitation: nothing. @returns whether it is new. */
export async function keepInvitation(
  client: PoolClient,
  log: string,
  invitation: string,
  email: string | null,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'INSERT INTO invitation (log, invitation, email) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [log, invitation, email?.toLowerCase() ?? null],
  );
  return rowCount === 1;
}

export async function keepInvitationToken(
  client: Pool | PoolClient,
  log: string,
  invitation: string,
  hash: Buffer,
): Promise<void> {
  await client.query('INSERT INTO invitation_token (log, invitation, hash) VALUES ($1, $2, $3)', [
    log,
    invitation,
    hash,
  ]);
}

export async function invitationsOf(pool: Pool, log: string): Promise<InvitationRow[]> {
  const { rows } = await pool.query<{
    invitation: string;
    email: string | null;
    created_at: Date;
    opened_at: Date | null;
  }>(
    'SELECT invitation, email, created_at, opened_at FROM invitation WHERE log = $1 ORDER BY created_at, invitation',
    [log],
  );
  return rows.map(({ invitation, email, created_at, opened_at }) => ({
    invitation,
    email,
    createdAt: created_at.toISOString(),
    openedAt: opened_at?.toISOString() ?? null,
  }));
}

export interface FoundInvitation {
  readonly log: string;
  readonly invitation: string;
  readonly email: string | null;
  /** The database's clock: whether it has expired is judged by it. */
  readonly now: string;
}

export async function findInvitation(pool: Pool, hash: Buffer): Promise<FoundInvitation | null> {
  const { rows } = await pool.query<Omit<FoundInvitation, 'now'> & { now: Date }>(
    `SELECT log, invitation, email, clock_timestamp() AS now
     FROM invitation_token JOIN invitation USING (log, invitation) WHERE hash = $1`,
    [hash],
  );
  const row = rows[0];
  return row === undefined ? null : { ...row, now: row.now.toISOString() };
}

export async function markOpened(pool: Pool, log: string, invitation: string): Promise<void> {
  await pool.query(
    'UPDATE invitation SET opened_at = clock_timestamp() WHERE log = $1 AND invitation = $2 AND opened_at IS NULL',
    [log, invitation],
  );
}

/** Who took each invitation, by pseudonym: what the log says. */
export async function takersOf(pool: Pool, log: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ invitation: string; actor: string }>(
    `SELECT bytes::jsonb -> 'data' ->> 'invitation' AS invitation, actor FROM event
     WHERE log = $1 AND type = 'member.joined' AND bytes::jsonb -> 'data' ->> 'invitation' IS NOT NULL`,
    [log],
  );
  return new Map(rows.map(({ invitation, actor }) => [invitation, actor]));
}
