/**
 * What an auditor or a minister prints and files: the newest recorded result with the proof that the log holds its hash
 * (ledger.md §2, §4). The numbers are shown as far as the reader may see them, and were hashed before that.
 */
import { toHex, utf8 } from '@/ledger/hash';
import { formatVerifierKey } from '@/ledger/note';
import { leafHash } from '@/ledger/tree';
import type { HistoryReport, RecordedResult } from '@/negotiation/report';
import { resultHash, type Standings } from '@/negotiation/result';
import { redactResult, standingAccess } from '@/negotiation/standing-access';
import type { NegotiationState } from '@/negotiation/state';
import type { NegotiationScope } from '../../auth/scope';
import { checkpointAt } from '../../db/checkpoints';
import { newestCosigned } from '../../db/cosignatures';
import { storedEvent } from '../../db/events';
import { readStretch } from '../../db/history';
import { logHead } from '../../db/log-head';
import { readStanding } from '../../db/standings';
import { untilStored } from '../standing/until-stored';
import { auditPath } from './audit-path';
import { newestCheckpoint } from './checkpoint';
import { reportedMoment } from './reported-moment';

type Scope = NegotiationScope<'history.report'>;

export async function reportOf(scope: Scope): Promise<HistoryReport> {
  const { store, log, known } = scope;
  const { epoch } = await logHead(store.pool, log);
  const epochs = Array.from({ length: epoch }, (_, i) => {
    const origin = store.keys.of(log, i + 1).name;
    return { epoch: i + 1, origin, keys: store.keys.verifiersOf(origin).map(formatVerifierKey) };
  });
  const [newest, result] = await Promise.all([newestCheckpoint(scope), recordedResult(scope)]);
  return { result, newest, rounds: known.state.rounds, epochs };
}

async function recordedResult(scope: Scope): Promise<HistoryReport['result']> {
  const { store, log, known, viewer } = scope;
  const recorded = newestShown(scope);
  if (recorded === undefined) return { kind: 'not-recorded' };
  const stored = await untilStored(() => storedResults(scope, recorded.position));
  const found = await readStretch(
    store.pool,
    log,
    { from: recorded.position, to: known.position, newestFirst: false },
    { types: ['result.computed'] },
  );
  const text = found[0]?.bytes;
  if (stored === null || text === undefined) return { kind: 'computing' };
  const { position, at, actor } = storedEvent(text);
  const shown = {
    stated: redactResult(stored.stated, known.state, viewer),
    informed: redactResult(stored.informed, known.state, viewer),
  };
  return {
    kind: 'recorded',
    of: await reportedMoment(scope, recorded),
    at,
    actor,
    sha256: recorded.sha256,
    reproduced: resultHash(recorded.position, stored) === recorded.sha256,
    redacted: JSON.stringify(shown) !== JSON.stringify(stored),
    results: shown,
    proof: await proofOf(scope, position, text),
  };
}

/** The newest result that was recorded, of those that the reader may see (product.md §2, row "standing"). */
function newestShown({ known: { state }, viewer }: Scope): NegotiationState['results'][number] | undefined {
  const access = standingAccess(state, viewer);
  if (access.kind === 'none') return undefined;
  const upTo = access.kind === 'at' ? access.position : state.position;
  return state.results.findLast(({ position }) => position <= upTo);
}

/** Of that very position: what is kept at the end of a round, and at the conclusion. */
async function storedResults({ store, log }: Scope, position: number): Promise<Standings | null> {
  const [stated, informed] = await Promise.all([
    readStanding(store.pool, log, 'stated', position),
    readStanding(store.pool, log, 'informed', position),
  ]);
  if (stated?.position !== position || informed?.position !== position) return null;
  return { stated: stated.result, informed: informed.result };
}

/** Leads to the largest checkpoint that witnesses cosigned, where that covers the event, or else to the newest. */
async function proofOf(
  { store, log }: Scope,
  position: number,
  event: string,
): Promise<RecordedResult['proof']> {
  const { size: newest, epoch } = await logHead(store.pool, log);
  const cosigned = await newestCosigned(store.pool, log, epoch);
  const covers = cosigned !== null && cosigned.size > position;
  const size = covers ? cosigned.size : newest;
  return {
    position,
    hash: toHex(leafHash(utf8(event))),
    size,
    proof: await auditPath(store.pool, log, position, size),
    checkpoint: covers ? cosigned.note : await checkpointAt(store.pool, store, log, epoch, size),
    event,
    texts: [],
  };
}
