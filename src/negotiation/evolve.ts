import type { Event } from './events/event';
import { apply } from './evolve/apply';
import { type Kernel, thaw } from './evolve/kernel';
import { created } from './evolve/negotiation';
import { touchedBy } from './evolve/touches';
import type { NegotiationState } from './state';

/**
 * The state after one more event (ledger.md §1). The state that went in stays as it was. Costs the length of the
 * lists and of the tables that the event writes: many events at once are cheaper through `replay`.
 *
 * @throws {Error} for events that `decide` never makes: of another log, out of order, or about nothing.
 */
export function evolve(state: NegotiationState | null, event: Event): NegotiationState {
  return step(state && thaw(state, touchedBy(event.type)), event);
}

/** The state after a list of events, from nothing or from a snapshot. Linear in their number; `null` after none. */
export function replay(
  events: Iterable<Event>,
  from: NegotiationState | null = null,
): NegotiationState | null {
  let kernel = from && thaw(from);
  for (const event of events) kernel = step(kernel, event);
  return kernel;
}

/**
 * One event written into a state that nobody else holds: for whoever streams a long log and looks in between.
 * What it gives back takes the place of what went in.
 */
export function step(kernel: Kernel | null, event: Event): Kernel {
  if (kernel === null) {
    if (event.type === 'negotiation.created' && event.position === 0) return created(event);
    throw new Error(`a log begins with negotiation.created, not with ${event.type} at ${event.position}`);
  }
  if (event.log !== kernel.log || event.position !== kernel.position + 1) {
    throw new Error(
      `event ${event.position} of ${event.log} does not follow ${kernel.position} of ${kernel.log}`,
    );
  }
  apply(kernel, event);
  return kernel;
}
