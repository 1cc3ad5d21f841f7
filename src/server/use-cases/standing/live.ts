/**
 * The live stream of a negotiation: a message for every position as of which its verdicts are known, with those
 * that changed, as far as the reader may know them.
 */
import { may } from '@/negotiation/permissions';
import { standingAccess } from '@/negotiation/standing-access';
import type { NegotiationScope } from '../../auth/scope';
import { viewerNow } from '../../auth/viewer';
import { findSession } from '../../db/sessions';
import { toldPosition, type VerdictChange } from '../../db/verdict-heads';
import type { Hub } from '../../live/hub';
import { wakeUp } from '../../live/wake-up';

export interface LiveMessage {
  readonly position: number;
  readonly changed: readonly VerdictChange[];
}

/** Why a stream ended: the reader may no longer read, or the server stops and another should be asked. */
export type LiveEnd = 'ended' | 'signed-out' | 'removed' | 'closing';

/** How often a stream looks for itself: at its session, and for news that no notification told of. */
const BEAT_MS = 15_000;

/** @param after the last position that the reader got; `null`: from now on, beginning with the position as it is. */
export async function* liveStanding(
  scope: NegotiationScope<'standing.live'>,
  hub: Hub,
  after: number | null,
  signal: AbortSignal,
): AsyncGenerator<LiveMessage, LiveEnd> {
  const { log, store, session } = scope;
  const bell = wakeUp(signal);
  // A session of the reader's ended somewhere; perhaps this one.
  let inDoubt = false;
  const onEnded = () => {
    inDoubt = true;
    bell.ring();
  };
  const unwatch = await hub.watch(log, session?.user.id ?? null, bell.ring, onEnded);
  try {
    const now = await toldPosition(store.pool, log);
    // A position from the future is of a history that was lost: the reader starts anew.
    let position = after === null || after > now ? now : after;
    if (position === now) yield { position, changed: [] };
    while (!signal.aborted) {
      if (hub.closing) return 'closing';
      const changes = await hub.after(log, position);
      if (changes.length === 0 && (await rightsNow(scope, hub)) === null) return 'removed';
      for (const change of changes) {
        // Asked for each message: between two of them the reader may have been removed.
        const upTo = await rightsNow(scope, hub);
        if (upTo === null) return 'removed';
        position = change.position;
        yield { position, changed: position <= upTo ? change.changed : [] };
      }
      const news = await bell.wait(BEAT_MS);
      if (!news) hub.refresh(log);
      if (session !== null && (inDoubt || !news)) {
        inDoubt = false;
        if ((await findSession(store, session.id)) === null) return 'signed-out';
      }
    }
    return 'ended';
  } finally {
    unwatch();
  }
}

/** Up to which position the reader may know verdicts by the newest state; `null`: nothing of it any more. */
async function rightsNow(
  { store, log, session, pseudonym, known }: NegotiationScope<'standing.live'>,
  hub: Hub,
): Promise<number | null> {
  const { state, viewers } = hub.known(log) ?? { ...known, viewers: undefined };
  const viewer = await viewerNow(store, state, pseudonym, session, viewers);
  if (!may('standing.live', viewer, state.public)) return null;
  const access = standingAccess(state, viewer);
  if (access.kind === 'live') return Number.POSITIVE_INFINITY;
  return access.kind === 'at' ? access.position : -1;
}
