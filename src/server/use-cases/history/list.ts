/** A page of the history: every event's hash, and the contents that the reader may see. */
import { toHex, utf8 } from '@/ledger/hash';
import { leafHash } from '@/ledger/tree';
import { concernsOf } from '@/negotiation/concerns';
import type { EventType } from '@/negotiation/events/catalogue';
import type { Event } from '@/negotiation/events/event';
import type { HistoryEntry, HistoryPage } from '@/negotiation/history';
import { visibleEvent } from '@/negotiation/visible-event';
import type { NegotiationScope } from '../../auth/scope';
import { storedEvent } from '../../db/events';
import { readStretch } from '../../db/history';

export interface HistoryQuery {
  /** Where the page begins; default at the end that the order begins with. */
  readonly from?: number | undefined;
  readonly order?: 'oldest' | 'newest' | undefined;
  readonly limit?: number | undefined;
  readonly types?: readonly EventType[] | undefined;
  readonly stakeholder?: string | undefined;
  readonly profile?: string | undefined;
  readonly actor?: string | undefined;
  /** RFC 3339, both inclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

const LIMIT = 50;
/** Positions looked through at a time where a filter leaves few of them, and in one call. */
const STRETCH = 1_000;
const MOST_STRETCHES = 100;

/**
 * Keyset paging by position. A filter finds only what the reader may see, so that it tells nothing of the rest: not
 * by what it lists, and not by where the next page begins, which hangs on positions and on shown events alone.
 */
export async function listHistory(
  scope: NegotiationScope<'history.list'>,
  query: HistoryQuery,
): Promise<HistoryPage> {
  const { log, store, known } = scope;
  const newest = known.position;
  const { order = 'oldest', limit = LIMIT } = query;
  const step = order === 'newest' ? -1 : 1;
  const { isFiltered, filter } = sieveOf(query);
  const span = isFiltered ? STRETCH : limit;
  const entries: HistoryEntry[] = [];
  let at = Math.min(query.from ?? (step === 1 ? 0 : newest), step === 1 ? newest + 1 : newest);
  for (let stretches = 0; isIn(at, newest) && stretches < MOST_STRETCHES; stretches++) {
    const end = Math.max(0, Math.min(newest, at + step * (span - 1)));
    const stretch = { from: Math.min(at, end), to: Math.max(at, end), newestFirst: step === -1 };
    for (const { position, bytes } of await readStretch(store.pool, log, stretch, filter)) {
      const event = storedEvent(bytes);
      const shown = visibleEvent(event, known.state, scope.viewer);
      if (isFiltered && !(shown && isAbout(event, query))) continue;
      entries.push({ position, hash: toHex(leafHash(utf8(bytes))), event: shown ? event : null });
      if (entries.length === limit) return page(entries, position + step, newest);
    }
    at = end + step;
  }
  return page(entries, at, newest);
}

function isIn(position: number, newest: number): boolean {
  return position >= 0 && position <= newest;
}

function page(entries: readonly HistoryEntry[], next: number, newest: number): HistoryPage {
  return { entries, next: isIn(next, newest) ? next : null, newest, total: newest + 1 };
}

function sieveOf({ types, actor, since, until, stakeholder, profile }: HistoryQuery) {
  const names = [stakeholder, profile].filter((name) => name !== undefined);
  const isFiltered = [types, actor, since, until].some((part) => part !== undefined) || names.length > 0;
  return { isFiltered, filter: { types, actor, since, until, names } };
}

function isAbout(event: Event, { stakeholder, profile }: HistoryQuery): boolean {
  if (stakeholder === undefined && profile === undefined) return true;
  const concerns = concernsOf(event);
  return (
    (stakeholder === undefined || concerns.stakeholders.includes(stakeholder)) &&
    (profile === undefined || concerns.profiles.includes(profile))
  );
}
