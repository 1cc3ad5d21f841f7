/** The receipt of a ballot (ledger.md §2): the event, its inclusion proof and a checkpoint that covers it. */
import { toHex } from '@/ledger/hash';
import { inclusionProof, inclusionRanges } from '@/ledger/proof';
import type { Receipt } from '@/ledger/receipt';
import { rangeAddresses } from '@/ledger/tree';
import { parseEvent } from '@/negotiation/events/event';
import { visibleEvent } from '@/negotiation/visible-event';
import type { NegotiationScope } from '../../auth/scope';
import { checkpointAt } from '../../db/checkpoints';
import { readEventText } from '../../db/events';
import { logHead } from '../../db/log-head';
import { sealedBallotAt } from '../../db/sealed-ballots';
import { readNodes } from '../../db/tree-nodes';
import { type Answer, answered, NO_SUCH_POSITION, refused } from '../../refusal';

/** For the delegates of the ballot's stakeholder, with what its seal opens to; for an auditor without, of what they may see. */
export async function ballotReceipt(
  scope: NegotiationScope<'ballot.receipt'>,
  { position }: { readonly position: number },
): Promise<Answer<Receipt>> {
  const { store, log, viewer, known } = scope;
  const text = await readEventText(store.pool, log, position);
  const parsed = text === null ? null : parseEvent(text);
  if (text === null || parsed === null || !parsed.ok || !parsed.event.type.startsWith('ballot.')) {
    return refused(NO_SUCH_POSITION);
  }
  const { data } = parsed.event;
  const stakeholder = 'stakeholder' in data && typeof data.stakeholder === 'string' ? data.stakeholder : null;
  const isMine = stakeholder !== null && viewer.stakeholders.includes(stakeholder);
  const isAudited = viewer.roles.includes('auditor') && visibleEvent(parsed.event, known.state, viewer);
  if (!isMine && !isAudited) return refused(NO_SUCH_POSITION);
  const head = await logHead(store.pool, log);
  const needed = inclusionRanges(position, head.size).flatMap(rangeAddresses);
  const read = await readNodes(store.pool, log, needed);
  const sealed = isMine ? await sealedBallotAt(store.pool, log, stakeholder, position) : null;
  return answered({
    format: 'parley-receipt/1',
    position,
    event: text,
    proof: inclusionProof(position, head.size, read).map(toHex),
    checkpoint: await checkpointAt(store.pool, store, log, head.epoch, head.size),
    ...(sealed === null ? {} : { opening: { salt: sealed.salt, ballot: sealed.text } }),
  });
}
