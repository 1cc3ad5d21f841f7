/** Which sealed ballots counted when a round closed: those that a private negotiation opens to auditors in the end. */
import type { EventType } from '@/negotiation/events/catalogue';
import type { NegotiationScope } from '../../auth/scope';
import { storedEvent } from '../../db/events';
import { readStretch } from '../../db/history';

const STRETCH = 2_000;
const TELLING: readonly EventType[] = [
  'ballot.sealed',
  'ballot.confirmed',
  'stakeholder.removed',
  'round.closed',
];

/**
 * Positions of the seals that counted at the end of some round. Superseded ones stay sealed for good (ledger.md §3).
 * Memory: one number a stakeholder and round.
 */
export async function countedSeals({
  store,
  log,
  known,
}: NegotiationScope<'history.bundle'>): Promise<ReadonlySet<number>> {
  const counted = new Set<number>();
  const newest = new Map<string, number>();
  for (let from = 0; from <= known.position; from += STRETCH) {
    const stretch = { from, to: Math.min(known.position, from + STRETCH - 1), newestFirst: false };
    for (const { bytes } of await readStretch(store.pool, log, stretch, { types: TELLING })) {
      const { type, data, position } = storedEvent(bytes);
      if (type === 'ballot.sealed') newest.set(data.stakeholder, position);
      if (type === 'ballot.confirmed') newest.set(data.stakeholder, data.entered);
      if (type === 'stakeholder.removed') newest.delete(data.id);
      if (type === 'round.closed') for (const seal of newest.values()) counted.add(seal);
    }
  }
  return counted;
}
