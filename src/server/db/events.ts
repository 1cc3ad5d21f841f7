/** Reading events back: always in the order of the log. */
import { type Event, parseEvent } from '@/negotiation/events/event';
import type { Pool, PoolClient } from './pool';

/** Rows fetched at a time, so that a long log is never in memory as a whole. */
const PAGE = 2_000;

/** Events from position `from` up to and including `to`. */
export async function* readEvents(
  database: Pool | PoolClient,
  log: string,
  from: number,
  to: number,
): AsyncGenerator<Event> {
  for (let start = from; start <= to; start += PAGE) {
    const { rows } = await database.query<{ bytes: string }>({
      name: 'read-events',
      text: 'SELECT bytes FROM event WHERE log = $1 AND position >= $2 AND position <= $3 ORDER BY position',
      values: [log, start, Math.min(to, start + PAGE - 1)],
    });
    for (const { bytes } of rows) yield storedEvent(bytes);
  }
}

/** One event's canonical text; `null` where the log has no such position. */
export async function readEventText(database: Pool, log: string, position: number): Promise<string | null> {
  const { rows } = await database.query<{ bytes: string }>(
    'SELECT bytes FROM event WHERE log = $1 AND position = $2',
    [log, position],
  );
  return rows[0]?.bytes ?? null;
}

/** What was stored was judged before; if it does not parse now, the database was changed behind our back. */
export function storedEvent(bytes: string): Event {
  const parsed = parseEvent(bytes);
  if (!parsed.ok) throw new Error(`a stored event is not one: ${parsed.message}`);
  return parsed.event;
}
