/** Prunes once a day what is older than its use; one server at a time. */
import { withLogLock } from '../db/log-lock';
import { prune } from '../db/prune';
import type { Store } from '../db/store';
import { logger } from '../logger';
import type { Clock } from './clock';

const EVERY_MS = 24 * 60 * 60 * 1000;

/** At once too: a server may never run for a whole day. @returns how to stop. */
export function pruneDaily(store: Store, clock: Clock): () => void {
  const look = () => {
    pruneOld(store, clock).catch((error: unknown) =>
      logger().warn({ err: error }, 'old rows could not be pruned'),
    );
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return () => clearInterval(timer);
}

export async function pruneOld(store: Store, clock: Clock): Promise<void> {
  const now = await clock();
  // Of no log, and so under the name that no log has.
  await withLogLock(store.pool, 'prune', '', (client) => prune(client, now));
}
