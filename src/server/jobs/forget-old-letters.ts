/** Letters to an address without an account are forgotten after a month: nobody else would take their address away. */
import type { Store } from '../db/store';
import { logger } from '../logger';

const EVERY_MS = 60 * 60 * 1000;

/** @returns how to stop. */
export function forgetOldLetters(store: Store): () => void {
  const forget = () => {
    store.pool
      .query(`DELETE FROM message WHERE address IS NOT NULL AND at < clock_timestamp() - interval '30 days'`)
      .catch((error: unknown) => logger().warn({ err: error }, 'old letters could not be forgotten'));
  };
  forget();
  const timer = setInterval(forget, EVERY_MS);
  return () => clearInterval(timer);
}
