/** Who proposed a profile: the state forgets one that was refused. */
import { storedEvent } from '../db/events';
import type { Pool, PoolClient } from '../db/pool';

export interface Proposal {
  readonly actor: string;
  readonly title: string;
}

/** The newest proposal of the profile before a position; `null` where it came with a file. */
export async function proposalBefore(
  database: Pool | PoolClient,
  log: string,
  profile: string,
  position: number,
): Promise<Proposal | null> {
  const { rows } = await database.query<{ bytes: string }>(
    `SELECT bytes FROM event WHERE log = $1 AND type = 'profile.proposed' AND position < $2
       AND bytes::jsonb #>> '{data,profile,id}' = $3 ORDER BY position DESC LIMIT 1`,
    [log, position, profile],
  );
  const event = rows[0] && storedEvent(rows[0].bytes);
  if (event?.type !== 'profile.proposed') return null;
  return { actor: event.actor, title: event.data.profile.title };
}
