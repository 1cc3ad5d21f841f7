/** Brings standings up to date after commits. */
import { withLogLock } from '../db/log-lock';
import type { Store } from '../db/store';
import { bringUpToDate } from './bring-up-to-date';
import type { Compute } from './compute';
import { LogWorker } from './log-worker';

/**
 * A result is made at most a fifth of the time: the rest is for ballots, streams and pages. Of a crowd's ballots many go
 * into one, and of those of a big negotiation streams have been told by then.
 */
const SHORTEST_REST_MS = 100;
const LONGEST_REST_MS = 3_000;

export function standingWorker(store: Store, compute: Compute): LogWorker {
  return new LogWorker(store, {
    name: 'standing',
    lagging: `SELECT l.log FROM log l LEFT JOIN standing_head h USING (log)
              WHERE coalesce(h.position, -1) < l.size - 1`,
    step: (log) =>
      withLogLock(store.pool, 'standing', log, (client) => bringUpToDate(store, compute, client, log)),
    rest: (took) => Math.min(Math.max(4 * took, SHORTEST_REST_MS), LONGEST_REST_MS),
  });
}
