/**
 * At start: a log that the database holds less of than was signed (it was restored from a backup) begins a new epoch
 * at once (ledger.md §2), before anything is signed.
 */
import { lostCheckpoint } from '../db/append/epoch';
import type { Store } from '../db/store';
import { logger } from '../logger';

export async function checkEpochs(store: Store): Promise<void> {
  const { rows } = await store.pool.query<{ log: string; size: number; epoch: number }>(
    'SELECT log, size, epoch FROM log WHERE size > 0',
  );
  for (const head of rows) {
    await checkEpoch(store, head).catch((error: unknown) =>
      logger().error({ err: error, log: head.log }, 'the check of a log’s signed size failed'),
    );
  }
}

async function checkEpoch(
  store: Store,
  head: { readonly log: string; readonly size: number; readonly epoch: number },
): Promise<void> {
  const lost = await lostCheckpoint(store.pool, store.signed, head.log, head);
  if (lost === null) return;
  logger().warn(
    { log: head.log, size: head.size, signed: lost.size },
    'a log came back shorter than it was signed',
  );
  await store.appender.append({ log: head.log, actor: 'system', command: null });
}
