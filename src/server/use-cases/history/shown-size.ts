/** How much of the log's beginning an auditor sees whole: what a bundle can hold (ledger.md §4). */
import { HIDEABLE, visibleEvent } from '@/negotiation/visible-event';
import type { NegotiationScope } from '../../auth/scope';
import { storedEvent } from '../../db/events';
import { readStretch } from '../../db/history';

const STRETCH = 2_000;

/** The number of events before the first whose content is not revealed to the reader yet. */
export async function shownSize({
  store,
  log,
  viewer,
  known,
}: NegotiationScope<'history.bundle'>): Promise<number> {
  const size = known.position + 1;
  // In open mode members see everything at once, and a long log need not be looked through.
  if (known.state.mode === 'open') return size;
  for (let from = 0; from < size; from += STRETCH) {
    const stretch = { from, to: Math.min(known.position, from + STRETCH - 1), newestFirst: false };
    for (const { position, bytes } of await readStretch(store.pool, log, stretch, { types: HIDEABLE })) {
      if (!visibleEvent(storedEvent(bytes), known.state, viewer)) return position;
    }
  }
  return size;
}
