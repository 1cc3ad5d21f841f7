/** That an event is in the history: its leaf hash, the inclusion proof and a checkpoint (RFC 9162 §2.1.3). */
import { toHex, utf8 } from '@/ledger/hash';
import { leafHash } from '@/ledger/tree';
import type { HistoryProof } from '@/negotiation/history';
import { visibleEvent } from '@/negotiation/visible-event';
import type { NegotiationScope } from '../../auth/scope';
import { checkpointAt } from '../../db/checkpoints';
import { readEventText, storedEvent } from '../../db/events';
import { logHead } from '../../db/log-head';
import { textsAt } from '../../db/texts';
import { type Answer, answered, NO_SUCH_POSITION, refused } from '../../refusal';
import { auditPath } from './audit-path';

/** Reads O(log n) rows. The bytes and texts come with it where the reader may see them; the proof in any case. */
export async function proveInclusion(
  { store, log, viewer, known }: NegotiationScope<'history.proof'>,
  { position }: { readonly position: number },
): Promise<Answer<HistoryProof>> {
  const { pool } = store;
  const { size, epoch } = await logHead(pool, log);
  // Beyond the state at hand nobody can say yet who may see an event.
  const text = position <= known.position ? await readEventText(pool, log, position) : null;
  if (text === null) return refused(NO_SUCH_POSITION);
  const shown = visibleEvent(storedEvent(text), known.state, viewer);
  return answered({
    position,
    hash: toHex(leafHash(utf8(text))),
    size,
    proof: await auditPath(pool, log, position, size),
    checkpoint: await checkpointAt(pool, store, log, epoch, size),
    event: shown ? text : null,
    texts: shown ? await textsAt(pool, log, position, position) : [],
  });
}
