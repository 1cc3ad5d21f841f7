/** What the log signs of itself, with the key that shows it (ledger.md §2). For everyone who may read the negotiation. */
import { formatWitnessKey } from '@/ledger/cosignature';
import { formatVerifierKey } from '@/ledger/note';
import type { HistoryCheckpoint, WitnessSeen } from '@/negotiation/history';
import type { NegotiationScope } from '../../auth/scope';
import { checkpointAt } from '../../db/checkpoints';
import { largestCosigned, newestCosigned } from '../../db/cosignatures';
import { logHead } from '../../db/log-head';

export async function newestCheckpoint({
  store,
  log,
}: NegotiationScope<'history.checkpoint' | 'history.report'>): Promise<HistoryCheckpoint> {
  const { epoch, size } = await logHead(store.pool, log);
  const key = store.keys.of(log, epoch);
  const seenBy = async (witness: (typeof store.witnesses)[number]): Promise<WitnessSeen> => {
    const vkey = formatWitnessKey(witness.key);
    const seen = await largestCosigned(store.pool, log, epoch, vkey);
    return {
      name: witness.key.name,
      key: vkey,
      size: seen?.size ?? 0,
      at: seen?.at.toISOString() ?? null,
    };
  };
  const [checkpoint, cosigned, ...witnesses] = await Promise.all([
    checkpointAt(store.pool, store, log, epoch, size),
    newestCosigned(store.pool, log, epoch),
    ...store.witnesses.map(seenBy),
  ]);
  return {
    checkpoint,
    key: formatVerifierKey(key),
    origin: key.name,
    size,
    witnesses,
    cosigned: cosigned?.note ?? null,
  };
}
