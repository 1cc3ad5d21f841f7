/** The events by which a stakeholder's ballots came about. */
import type { Event } from '@/negotiation/events/event';
import { storedEvent } from './events';
import type { Pool } from './pool';

const MOST = 500;

/** Newest first, as many as a page shows. */
export async function ballotEventsOf(pool: Pool, log: string, stakeholder: string): Promise<Event[]> {
  const { rows } = await pool.query<{ bytes: string }>(
    `SELECT bytes FROM event
     WHERE log = $1 AND type IN ('ballot.cast', 'ballot.abstained', 'ballot.sealed', 'ballot.entered', 'ballot.confirmed')
       AND bytes::jsonb -> 'data' ->> 'stakeholder' = $2
     ORDER BY position DESC LIMIT ${MOST}`,
    [log, stakeholder],
  );
  return rows.map(({ bytes }) => storedEvent(bytes));
}
