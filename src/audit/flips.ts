import type { Event } from '@/negotiation/events/event';
import type { Timeline } from './timeline';
import { canFlip, type Flip, flips, type Verdicts, verdictsOf } from './verdicts';

/** An event, and the verdicts that flipped at it. */
export interface Flipped {
  readonly event: Event;
  readonly flips: readonly Flip[];
}

/**
 * Each event after `from`, up to `to`, with the verdicts that flipped at it, mostly none: whoever listens sees how far
 * it has come, and may stop. Costs the verdicts of one state for each event that could flip one.
 */
export async function* flipsBetween(timeline: Timeline, from: number, to: number): AsyncGenerator<Flipped> {
  let before: Verdicts | null = null;
  for await (const { state, event } of timeline.moments(from, to)) {
    if (before === null) {
      before = verdictsOf(state, timeline.openings);
      continue;
    }
    if (!canFlip(event.type)) {
      yield { event, flips: [] };
      continue;
    }
    const now = verdictsOf(state, timeline.openings);
    yield { event, flips: flips(before, now) };
    before = now;
  }
}
