/** Questions for consent to a change of the frame, with every answer that stands (product.md §2). */
import type { Event } from '@/negotiation/events/event';
import type { ConsentView } from '@/negotiation/session-view';
import type { NegotiationScope } from '../../auth/scope';
import { textsOf } from '../../db/texts';
import { eventsOf } from './events-of';

const TYPES = ['consent.asked', 'consent.given', 'consent.refused'] as const;

/** Newest first. The answers stand in the state; when it was asked and why it was refused stand in the events. */
export async function consentsOf({
  known,
  log,
  store,
}: NegotiationScope<'session.get'>): Promise<ConsentView[]> {
  const { consents } = known.state;
  if (consents.length === 0) return [];
  const events = await eventsOf(store.pool, log, known.position, TYPES);
  const reasons = reasonsOf(events);
  const askedAt = new Map(events.map(({ position, at }) => [position, at]));
  const hashes = [...consents.map(({ note }) => note), ...reasons.values()].filter((hash) => hash !== null);
  const texts = await textsOf(store.pool, log, hashes);
  const textOf = (hash: string | null | undefined) => (hash == null ? null : (texts(hash) ?? null));
  return consents
    .map(({ position, change, note, status, words }) => ({
      position,
      at: askedAt.get(position) ?? known.state.at,
      change,
      note: textOf(note),
      status,
      answers: Object.entries(words).map(([stakeholder, word]) => ({
        stakeholder,
        word,
        reason: word === 'refused' ? textOf(reasons.get(`${position} ${stakeholder}`)) : null,
      })),
    }))
    .reverse();
}

/** The hash of the newest reason, by `consent stakeholder`. */
function reasonsOf(events: readonly Event[]): Map<string, string | null> {
  const reasons = new Map<string, string | null>();
  for (const event of events) {
    if (event.type !== 'consent.refused') continue;
    reasons.set(`${event.data.consent} ${event.data.stakeholder}`, event.data.reason);
  }
  return reasons;
}
