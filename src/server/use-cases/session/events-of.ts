/** All events of a few rare types, oldest first. */
import type { EventType } from '@/negotiation/events/catalogue';
import type { Event } from '@/negotiation/events/event';
import { storedEvent } from '../../db/events';
import { readStretch } from '../../db/history';
import type { Pool } from '../../db/pool';

export async function eventsOf(
  pool: Pool,
  log: string,
  to: number,
  types: readonly EventType[],
): Promise<readonly Event[]> {
  const rows = await readStretch(pool, log, { from: 0, to, newestFirst: false }, { types });
  return rows.map(({ bytes }) => storedEvent(bytes));
}
