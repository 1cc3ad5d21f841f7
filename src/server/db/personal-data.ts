/** Everything that is kept about a person, as rows: what `account.export` hands out and `forgetPerson` ends. */
import type { Pool } from './pool';

type Row = Readonly<Record<string, unknown>>;

/** Of one log: under which name the person acted, and all that they did. */
export interface ActsInLog {
  readonly negotiation: string;
  readonly title: string | null;
  readonly pseudonym: string;
  readonly seats: readonly Row[];
  /** Their events as the log holds them. */
  readonly events: readonly unknown[];
  /** What they wrote, by the hash that stands in an event. */
  readonly texts: readonly Row[];
  /** What they cast sealed, with its salt. */
  readonly sealedBallots: readonly Row[];
}

export interface PersonalData {
  readonly account: Row;
  readonly sessions: readonly Row[];
  readonly invitations: readonly Row[];
  readonly negotiations: readonly ActsInLog[];
  readonly drafts: readonly Row[];
  readonly messages: readonly Row[];
  readonly noMailOf: readonly string[];
}

export async function personalData(pool: Pool, userId: string): Promise<PersonalData> {
  const all = async (text: string): Promise<Row[]> => (await pool.query<Row>(text, [userId])).rows;
  const [account] = await all(
    `SELECT id, name, email, claimed_email AS "claimedEmail", administrator, time_zone AS "timeZone",
            created_at AS "createdAt" FROM "user" WHERE id = $1`,
  );
  if (account === undefined) throw new Error('an account vanished while it was exported');
  const logs = await pool.query<{ log: string; title: string | null; pseudonym: string }>(
    'SELECT log, title, pseudonym FROM pseudonym LEFT JOIN negotiation USING (log) WHERE user_id = $1 ORDER BY log',
    [userId],
  );
  const negotiations: ActsInLog[] = [];
  for (const each of logs.rows) negotiations.push(await actsIn(pool, each));
  const stops = await pool.query<{ kind: string }>('SELECT kind FROM mail_stop WHERE user_id = $1', [userId]);
  return {
    account,
    // A session's id would open it: only its times are told.
    sessions: await all(
      'SELECT created_at AS "createdAt", expires_at AS "expiresAt" FROM session WHERE user_id = $1 ORDER BY created_at',
    ),
    invitations: await all(
      `SELECT log AS negotiation, invitation, i.email, i.created_at AS "createdAt", opened_at AS "openedAt"
       FROM invitation i JOIN "user" u ON i.email = u.email WHERE u.id = $1 ORDER BY i.created_at`,
    ),
    negotiations,
    drafts: await all(
      'SELECT log AS negotiation, stakeholder, body, saved_at AS "savedAt" FROM draft WHERE user_id = $1',
    ),
    messages: await all(
      `SELECT kind, log AS negotiation, position, about, at, read_at AS "readAt", mail, mailed_at AS "mailedAt"
       FROM message WHERE user_id = $1 OR address = (SELECT email FROM "user" WHERE id = $1) ORDER BY at`,
    ),
    noMailOf: stops.rows.map(({ kind }) => kind),
  };
}

async function actsIn(
  pool: Pool,
  {
    log,
    title,
    pseudonym,
  }: { readonly log: string; readonly title: string | null; readonly pseudonym: string },
): Promise<ActsInLog> {
  const mine = 'log = $1 AND position IN (SELECT position FROM event WHERE log = $1 AND actor = $2)';
  const all = async (text: string): Promise<Row[]> => (await pool.query<Row>(text, [log, pseudonym])).rows;
  const events = await pool.query<{ bytes: string }>(
    'SELECT bytes FROM event WHERE log = $1 AND actor = $2 ORDER BY position',
    [log, pseudonym],
  );
  return {
    negotiation: log,
    title,
    pseudonym,
    seats: await all('SELECT role, stakeholder FROM membership WHERE log = $1 AND pseudonym = $2'),
    events: events.rows.map(({ bytes }): unknown => JSON.parse(bytes)),
    texts: await all(`SELECT position, hash, salt, text FROM event_text WHERE ${mine} ORDER BY position`),
    sealedBallots: await all(
      `SELECT position, stakeholder, salt, ballot FROM sealed_ballot WHERE ${mine} ORDER BY position`,
    ),
  };
}
