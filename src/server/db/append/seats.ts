/** Whether anybody's rights changed between two states. */
import type { NegotiationState } from '@/negotiation/state';

/** Postgres channel that tells every server in which log somebody joined, left or became a deputy. */
export const SEATS_CHANGED = 'parley_seats_changed';

type Seats = Pick<NegotiationState, 'members' | 'deputies'>;

export function seatsDiffer(before: Seats | null, after: Seats | null): boolean {
  return !sameEntries(before?.members, after?.members) || !sameEntries(before?.deputies, after?.deputies);
}

/** `evolve` copies a list and keeps its entries. */
export function sameEntries<T>(before: readonly T[] = [], after: readonly T[] = []): boolean {
  return before.length === after.length && before.every((entry, i) => entry === after[i]);
}
