/** What the log signs of itself, with the key that shows it (ledger.md §2). For everyone who may read the negotiation. */
import { formatVerifierKey } from '@/ledger/note';
import type { HistoryCheckpoint } from '@/negotiation/history';
import type { NegotiationScope } from '../../auth/scope';
import { checkpointAt } from '../../db/checkpoints';
import { logHead } from '../../db/log-head';

export async function newestCheckpoint({
  store,
  log,
}: NegotiationScope<'history.checkpoint'>): Promise<HistoryCheckpoint> {
  const { epoch, size } = await logHead(store.pool, log);
  const key = store.keys.of(log, epoch);
  const checkpoint = await checkpointAt(store.pool, store, log, epoch, size);
  return { checkpoint, key: formatVerifierKey(key), origin: key.name, size };
}
