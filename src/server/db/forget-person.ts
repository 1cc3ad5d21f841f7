/** A person is forgotten (ledger.md §1): everything that names them or leads from a log to them goes. */
import { randomUUID } from 'node:crypto';
import { HISTORY_STEP } from '../demo/play-history';
import { inTransaction, type Pool } from './pool';
import { SESSIONS_ENDED } from './sessions';

/** A seat that nobody else holds. */
export interface SoleSeat {
  readonly negotiation: string;
  readonly title: string;
  readonly role: 'facilitator' | 'delegate';
  /** Of a delegate; otherwise empty. */
  readonly stakeholder: string;
}

/**
 * The pseudonym stays in the histories, and what it did; sealed ballots and texts stay, being the stakeholder's.
 * Sessions, messages and choices of mail go with the account's row.
 */
export async function forgetPerson(pool: Pool, userId: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    // First of all: whoever writes a row that names them holds this one meanwhile, and finds it gone afterwards.
    await client.query('SELECT FROM "user" WHERE id = $1 FOR UPDATE', [userId]);
    // Which steps of a played history are done is the player's to know: those rows lose the person, not the step.
    await client.query('UPDATE idempotency SET user_id = $2 WHERE user_id = $1 AND starts_with(key, $3)', [
      userId,
      randomUUID(),
      HISTORY_STEP,
    ]);
    await client.query(
      `UPDATE invitation SET email = NULL
       WHERE email IN (SELECT unnest(ARRAY[email, claimed_email]) FROM "user" WHERE id = $1)
          OR (log, invitation) IN (
            SELECT e.log, e.bytes::jsonb -> 'data' ->> 'invitation' FROM event e JOIN pseudonym p
            ON p.log = e.log AND p.pseudonym = e.actor WHERE p.user_id = $1 AND e.type = 'member.joined')`,
      [userId],
    );
    // Letters to an address, which name it: the person's own, and the invitations that they accepted.
    await client.query(
      `DELETE FROM message
       WHERE address IN (SELECT unnest(ARRAY[email, claimed_email]) FROM "user" WHERE id = $1)
          OR (address IS NOT NULL AND about::jsonb ->> 'user' = $1)
          OR (address IS NOT NULL AND (log, about::jsonb ->> 'invitation') IN (
            SELECT e.log, e.bytes::jsonb -> 'data' ->> 'invitation' FROM event e JOIN pseudonym p
            ON p.log = e.log AND p.pseudonym = e.actor WHERE p.user_id = $1 AND e.type = 'member.joined'))`,
      [userId],
    );
    for (const table of ['idempotency', 'draft', 'pseudonym']) {
      await client.query(`DELETE FROM ${table} WHERE user_id = $1`, [userId]);
    }
    await client.query('DELETE FROM "user" WHERE id = $1', [userId]);
    await client.query('SELECT pg_notify($1, $2)', [SESSIONS_ENDED, userId]);
  });
}

/** Where no other account is facilitator, or delegate of the same stakeholder: pseudonyms of the forgotten do not count. */
export async function soleSeats(pool: Pool, userId: string): Promise<SoleSeat[]> {
  const { rows } = await pool.query<SoleSeat>(
    `SELECT m.log AS negotiation, n.title, m.role, m.stakeholder
     FROM pseudonym p JOIN membership m USING (log, pseudonym) JOIN negotiation n USING (log)
     WHERE p.user_id = $1 AND m.role IN ('facilitator', 'delegate') AND n.phase <> 'archived'
       AND NOT EXISTS (
         SELECT FROM membership o JOIN pseudonym q USING (log, pseudonym)
         WHERE o.log = m.log AND o.role = m.role AND o.stakeholder = m.stakeholder AND o.pseudonym <> m.pseudonym)
     ORDER BY n.title, m.role, m.stakeholder`,
    [userId],
  );
  return rows;
}
