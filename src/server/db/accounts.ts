/**
 * Accounts: who can sign in. Addresses are kept in lower case. One that was never confirmed is claimed: it belongs to
 * nobody, and several accounts may claim it (docs/decisions/2026-11-24-an-address-is-claimed-until-confirmed.md).
 */
import { randomUUID } from 'node:crypto';
import type { PoolClient } from './pool';
import type { Store } from './store';

export interface Credentials {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
}

/** Who may mean themselves by an address. */
export interface Candidates {
  /** Whose address it is. */
  readonly owner: Credentials | null;
  /** The newest account that has no address so far and claims this one. */
  readonly claimant: Credentials | null;
}

export async function findCandidates(store: Store, email: string): Promise<Candidates> {
  const { rows } = await store.pool.query<Credentials & { confirmed: boolean }>(
    `SELECT id, name, $1 AS email, password_hash AS "passwordHash", email IS NOT NULL AS confirmed
     FROM "user" WHERE email = $1 OR (email IS NULL AND claimed_email = $1) ORDER BY created_at DESC`,
    [email.toLowerCase()],
  );
  return {
    owner: rows.find((row) => row.confirmed) ?? null,
    claimant: rows.find((row) => !row.confirmed) ?? null,
  };
}

export async function passwordHashOf(store: Store, userId: string): Promise<string | null> {
  const found = await store.prisma.user.findUnique({
    where: { id: userId },
    select: { passwordHash: true },
  });
  return found?.passwordHash ?? null;
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  /** Whoever signs up has shown that letters to the address reach them. */
  readonly confirmed: boolean;
}

/** @returns the account's id; `null` where the confirmed address belongs to another. */
export async function createAccount(store: Store, account: NewAccount): Promise<string | null> {
  const id = randomUUID();
  const email = account.email.toLowerCase();
  const { rowCount } = await store.pool.query(
    `INSERT INTO "user" (id, name, password_hash, email, claimed_email)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (email) DO NOTHING`,
    [
      id,
      account.name,
      account.passwordHash,
      account.confirmed ? email : null,
      account.confirmed ? null : email,
    ],
  );
  return rowCount === 1 ? id : null;
}

/** Takes back an account that has done nothing yet. */
export async function dropNewAccount(store: Store, id: string): Promise<void> {
  await store.pool.query('DELETE FROM pseudonym WHERE user_id = $1', [id]);
  await store.pool.query('DELETE FROM "user" WHERE id = $1', [id]);
}

export async function claimAddress(client: PoolClient, userId: string, email: string): Promise<void> {
  await client.query('UPDATE "user" SET claimed_email = $2 WHERE id = $1', [userId, email.toLowerCase()]);
}

/**
 * The address is the account's from now on.
 *
 * @returns the one that it replaces, or `null`; `taken` where it belongs to another account by now.
 */
export async function confirmAddress(
  client: PoolClient,
  userId: string,
  email: string,
): Promise<{ readonly kind: 'confirmed'; readonly before: string | null } | { readonly kind: 'taken' }> {
  const { rows } = await client.query<{ id: string; email: string | null }>(
    'SELECT id, email FROM "user" WHERE id = $1 OR email = $2 FOR UPDATE',
    [userId, email],
  );
  if (rows.some(({ id }) => id !== userId)) return { kind: 'taken' };
  const before = rows.find(({ id }) => id === userId)?.email ?? null;
  await client.query(
    `UPDATE "user" SET email = $2, claimed_email = nullif(claimed_email, $2) WHERE id = $1`,
    [userId, email],
  );
  return { kind: 'confirmed', before: before === email ? null : before };
}

export async function setPassword(client: PoolClient, userId: string, passwordHash: string): Promise<void> {
  await client.query('UPDATE "user" SET password_hash = $2 WHERE id = $1', [userId, passwordHash]);
}

export async function setTimeZone(store: Store, userId: string, timeZone: string | null): Promise<void> {
  await store.prisma.user.update({ where: { id: userId }, data: { timeZone } });
}

/** What the account's own page shows. */
export interface AccountDetails {
  readonly name: string;
  readonly email: string | null;
  readonly claimedEmail: string | null;
  readonly timeZone: string | null;
  readonly createdAt: Date;
}

export function accountDetails(store: Store, userId: string): Promise<AccountDetails> {
  return store.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true, claimedEmail: true, timeZone: true, createdAt: true },
  });
}

/** What the account waits to have confirmed; `null` where there is nothing, or no such account any more. */
export async function claimedAddress(store: Store, userId: string): Promise<string | null> {
  const found = await store.prisma.user.findUnique({
    where: { id: userId },
    select: { claimedEmail: true },
  });
  return found?.claimedEmail ?? null;
}
