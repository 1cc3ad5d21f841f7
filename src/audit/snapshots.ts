import type { Event } from '@/negotiation/events/event';
import { thaw } from '@/negotiation/evolve/kernel';
import type { NegotiationState } from '@/negotiation/state';

/** A state of the log, the event that led to it, and where in the bundle the next event begins at the earliest. */
export interface Snapshot {
  readonly state: NegotiationState;
  readonly event: Event;
  readonly offset: number;
}

/** At most this many: each holds the state's containers, but shares what is in them with the others. */
const MOST = 48;
const FIRST_INTERVAL = 32;

/**
 * States at regular positions, so that any other is a short way from one. The interval doubles whenever there would
 * be too many: memory does not grow with the log beyond the states themselves, and the way to a position is at most
 * 1/24 of the log.
 */
export class Snapshots {
  private kept: Snapshot[] = [];
  private interval = FIRST_INTERVAL;

  /** Copies the state where one is due at its position. */
  offer(state: NegotiationState, event: Event, offset: number): void {
    if (state.position % this.interval !== 0) return;
    this.kept.push({ state: thaw(state), event, offset });
    if (this.kept.length <= MOST) return;
    this.interval *= 2;
    this.kept = this.kept.filter((each) => each.state.position % this.interval === 0);
  }

  /** The newest one not after the position; position 0 is always kept. */
  before(position: number): Snapshot | undefined {
    return this.kept.findLast(({ state }) => state.position <= position);
  }
}
