/** Session rows and the accounts behind them. */
import { randomBytes } from 'node:crypto';
import type { Store } from './store';

export interface Session {
  readonly id: string;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly administrator: boolean;
    /** As chosen; `null`: as the browser says. */
    readonly timeZone: string | null;
  };
}

/** How long a session lasts without signing in again; the cookie lasts as long. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Postgres channel that tells every server which user's sessions ended. */
export const SESSIONS_ENDED = 'parley_sessions_ended';

export interface SessionRow {
  readonly id: string;
  readonly user_id: string;
  readonly name: string;
  readonly email: string;
  readonly administrator: boolean;
  readonly time_zone: string | null;
}

/** One indexed look-up: it is done for every request. Those to a negotiation go by visits.ts. */
export async function findSession(store: Store, id: string): Promise<Session | null> {
  const { rows } = await store.pool.query<SessionRow>({
    name: 'find-session',
    text: `SELECT s.id, s.user_id, u.name, coalesce(u.email, u.claimed_email, '') AS email, u.administrator, u.time_zone
           FROM session s JOIN "user" u ON u.id = s.user_id WHERE s.id = $1 AND s.expires_at > now()`,
    values: [id],
  });
  const row = rows[0];
  return row === undefined ? null : sessionOf(row);
}

export function sessionOf({ id, user_id, name, email, administrator, time_zone }: SessionRow): Session {
  return { id, user: { id: user_id, name, email, administrator, timeZone: time_zone } };
}

/** @returns the new session's id, 256 random bits. */
export async function beginSession(store: Store, userId: string): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000);
  await store.prisma.session.create({ data: { id, userId, expiresAt } });
  await store.prisma.session.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } });
  return id;
}

export async function endSession(store: Store, id: string): Promise<void> {
  const { rows } = await store.pool.query<{ user_id: string }>(
    'DELETE FROM session WHERE id = $1 RETURNING user_id',
    [id],
  );
  const userId = rows[0]?.user_id;
  if (userId !== undefined) await announceEnded(store, userId);
}

/** Signs the user out everywhere. @param except this session stays. */
export async function endAllSessions(store: Store, userId: string, except?: string): Promise<void> {
  await store.prisma.session.deleteMany({
    where: { userId, ...(except === undefined ? {} : { id: { not: except } }) },
  });
  await announceEnded(store, userId);
}

/** Open streams look at their session again when they hear this. */
async function announceEnded(store: Store, userId: string): Promise<void> {
  await store.pool.query('SELECT pg_notify($1, $2)', [SESSIONS_ENDED, userId]);
}
